import type { DecisionTable } from '#schemas/decision-template.ts';
import { type Analysis, analyse } from './analyse.ts';
import { MOST_VALUES } from './fact-space.ts';
import type { Finding } from './finding.ts';
import { CONFLICT, meetingFindings, ORDER, OVERLAP } from './meeting-findings.ts';
import { type BandFault, bandFaults } from './numeric-bands.ts';
import { combinations, describeBox, listed } from './sentences.ts';
import { unknownNames } from './unknown-names.ts';

/** The most boxes of a gap that are told one by one. */
const FEW_GAPS = 10;

/** A table with what is known about it; the analysis is left out where a fact has too many values for one. */
export interface Judgement {
  findings: Finding[];
  analysis: Analysis | undefined;
}

/** Everything that is wrong with a table, as sentences with one concrete case each, and the analysis behind it. */
export function judge(table: DecisionTable): Judgement {
  const tooMany = Object.entries(table.facts).flatMap(([name, { values }]): Finding[] => {
    const count = Object.keys(values).length;
    return count <= MOST_VALUES
      ? []
      : [
          {
            rule: 'decision-too-many-values',
            severity: 'error',
            message: `Unexpected ${count} values of \`${name}\`, expected at most ${MOST_VALUES}`,
            hint: 'Give numbers as bands, such as `0-9` and `10+`, or ask two questions.',
            path: ['facts', name],
            isKey: true,
          },
        ];
  });
  if (tooMany.length > 0) return { findings: tooMany, analysis: undefined };
  const unknown = unknownNames(table);
  const analysis = analyse(table);
  const names = [...unknown, ...bandFindings(table)];
  if (analysis.reachable === 0n) return { findings: [...names, ...emptyFindings(analysis)], analysis };
  const findings = [
    ...names,
    ...exclusionFindings(analysis),
    ...gapFindings(analysis),
    ...deadRuleFindings(analysis),
    ...meetingFindings(analysis.table, analysis.conflicts, CONFLICT),
    ...meetingFindings(analysis.table, orderThatMatters(analysis), ORDER),
    ...meetingFindings(analysis.table, analysis.overlaps, OVERLAP),
    // A condition that names what does not exist was left out, so that what it reads is not known.
    ...(unknown.length > 0 ? [] : unreadFindings(analysis)),
  ];
  return { findings, analysis };
}

function bandFindings({ facts }: DecisionTable): Finding[] {
  const told = (name: string, { kind, value, after, numbers }: BandFault) => {
    if (kind === 'reversed')
      return `Unexpected band \`${value}\` of \`${name}\`, expected the lower number first`;
    if (kind === 'hole')
      return `Unexpected hole between \`${after}\` and \`${value}\` of \`${name}\`, expected a band for ${numbers}`;
    return `Unexpected overlap of \`${after}\` and \`${value}\` of \`${name}\`, expected ${numbers} in one of them only`;
  };
  return Object.entries(facts).flatMap(([name, { values }]) =>
    bandFaults(Object.keys(values)).map(
      (fault): Finding => ({
        rule: 'decision-bands',
        severity: 'error',
        message: told(name, fault),
        hint: 'Let each number fall into one band, both bounds included, such as `0-9`, `10-29`, `30+`.',
        path: ['facts', name, 'values', fault.value],
        isKey: true,
      }),
    ),
  );
}

const emptyFindings = ({ table: { exclusions } }: Analysis): Finding[] => [
  {
    rule: 'decision-exclusion',
    severity: 'error',
    message: 'The exclusions leave no combination that can occur',
    hint: 'Narrow the exclusions to combinations that really cannot occur.',
    path: ['exclusions', exclusions.at(-1)?.index ?? 0],
  },
];

function exclusionFindings({ table: { space, exclusions }, unreachable }: Analysis): Finding[] {
  return exclusions.flatMap(({ index, reads, masks }): Finding[] => {
    const ids = unreachable
      .filter(({ by }) => by.length === 1 && by[0]?.index === index)
      .map(({ rule }) => rule.rule.id);
    const finding = { rule: 'decision-exclusion', path: ['exclusions', index] } as const;
    const found: Finding[] = [];
    if (ids.length > 0) {
      found.push({
        ...finding,
        severity: 'error',
        message: `Exclusion ${index + 1} contradicts ${listed(ids)}: it rules out every combination that ${ids.length > 1 ? 'they decide' : 'it decides'}`,
        hint: 'Narrow the exclusion, or remove the rule.',
      });
    }
    const [only, another] = reads;
    const axis = space[only ?? -1];
    if (axis && another === undefined && ids.length === 0) {
      const never = axis.values.filter((_, value) => ((masks[only ?? 0] ?? 0) >> value) & 1);
      found.push({
        ...finding,
        severity: 'warning',
        message: `Exclusion ${index + 1} means that \`${axis.name}\` is never ${listed(never.map((value) => `\`${value}\``))}`,
        hint: 'Remove the value from the fact instead.',
      });
    }
    return found;
  });
}

function gapFindings({ table: { space }, gaps }: Analysis): Finding[] {
  const finding = { rule: 'decision-gap', severity: 'error', path: ['rules'] } as const;
  const hint = 'Add a rule for it, widen one, or exclude it with the reason.';
  const findings = gaps.boxes
    .slice(0, FEW_GAPS)
    .map((box): Finding => ({ ...finding, message: `No rule for: ${describeBox(space, box)}`, hint }));
  const further = gaps.boxes.length - findings.length;
  if (further > 0 || gaps.unlisted !== 0n) {
    const all =
      gaps.unlisted === undefined ? `at least ${combinations(gaps.count)}` : combinations(gaps.count);
    const boxes =
      gaps.unlisted === 0n ? `${further} further disjoint boxes` : 'more boxes than can be listed';
    findings.push({ ...finding, message: `No rule for ${boxes} either; ${all} in all`, hint });
  }
  return findings;
}

function deadRuleFindings({ unreachable, shadowed }: Analysis): Finding[] {
  return [
    ...unreachable.map(
      ({ rule, by }): Finding => ({
        rule: 'decision-unreachable',
        severity: 'error',
        message: `${rule.rule.id} can never match: ${by.length > 1 ? 'exclusions' : 'exclusion'} ${listed(by.map(({ index }) => `${index + 1}`))} ${by.length > 1 ? 'rule' : 'rules'} out all its combinations`,
        hint: 'Remove the rule, or narrow the exclusion.',
        path: ['rules', rule.index],
      }),
    ),
    ...shadowed.map(
      ({ rule, by }): Finding => ({
        rule: 'decision-shadowed',
        severity: 'error',
        message: `${rule.rule.id} never decides: ${listed(by.map((earlier) => earlier.rule.id))} before it ${by.length > 1 ? 'take' : 'takes'} all its combinations`,
        hint: 'Move it up, narrow the earlier rules, or remove it.',
        path: ['rules', rule.index],
      }),
    ),
  ];
}

/** Meetings under `first`, without those of a rule that never decides: it is told as shadowed. */
const orderThatMatters = ({ orderDependent, shadowed }: Analysis) =>
  orderDependent.filter(({ rules: [, later] }) => !shadowed.some(({ rule }) => rule === later));

function unreadFindings({ table: { space }, unreadFacts, unusedValues }: Analysis): Finding[] {
  const nameOf = (fact: number) => space[fact]?.name ?? '';
  return [
    ...unreadFacts.map(
      (fact): Finding => ({
        rule: 'decision-unread-fact',
        severity: 'warning',
        message: `No rule reads \`${nameOf(fact)}\``,
        hint: 'Remove the fact, or let a rule depend on it: nobody should establish what does not matter.',
        path: ['facts', nameOf(fact)],
        isKey: true,
      }),
    ),
    ...unusedValues.map(({ fact, value, like }): Finding => {
      const name = nameOf(fact);
      const label = (index: number) => space[fact]?.values[index] ?? '';
      return {
        rule: 'decision-unused-value',
        severity: 'warning',
        message: `No rule tells \`${label(value)}\` of \`${name}\` apart from \`${label(like)}\``,
        hint: 'Join the two values, or let a rule depend on the difference.',
        path: ['facts', name, 'values', label(value)],
        isKey: true,
      };
    }),
  ];
}
