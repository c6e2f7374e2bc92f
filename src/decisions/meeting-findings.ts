import type { Meeting } from './analyse.ts';
import type { CompiledRule, CompiledTable } from './compile-table.ts';
import type { FactSpace } from './fact-space.ts';
import type { Finding } from './finding.ts';
import { describeBox, describeRest, differences, listed } from './sentences.ts';

/** How one kind of meeting is told. */
interface Telling {
  rule: Finding['rule'];
  severity: Finding['severity'];
  /** "R1 and R2 disagree"; also for "R8 and each of R1, R2 and R3". */
  sentence: (rules: string) => string;
  hint: string;
}

export const CONFLICT: Telling = {
  rule: 'decision-conflict',
  severity: 'error',
  sentence: (rules) => `${rules} disagree`,
  hint: 'Narrow one of them, or make outcome, authority, macro and escalation agree.',
};
export const ORDER: Telling = {
  rule: 'decision-order-dependent',
  severity: 'warning',
  sentence: (rules) => `Only their order decides between ${rules}`,
  hint: 'Narrow the later rule to the cases that it is meant for, so that the order no longer matters.',
};
export const OVERLAP: Telling = {
  rule: 'decision-overlap',
  severity: 'warning',
  sentence: (rules) => `${rules} overlap with the same result`,
  hint: 'Narrow one of them, or join them into one rule.',
};

/** From how many meetings on a rule is told once, with all the rules that it meets. */
const MANY = 3;

/** Tells meetings of rules, each once; a rule that meets many others is told once, with all of them. */
export function meetingFindings(
  { space, rules }: CompiledTable,
  meetings: readonly Meeting[],
  { rule, severity, sentence, hint }: Telling,
): Finding[] {
  const { hubs, pairs } = grouped(meetings);
  return [
    ...hubs.map(({ hub, meetings }): Finding => {
      const others = meetings.map(({ rules: [a, b] }) => (a === hub ? b : a).rule.id);
      const message = `${sentence(`${hub.rule.id} and each of ${listed(others)}`)}; with ${others[0]}: ${detail(space, meetings[0])}`;
      const everywhere = `${hub.rule.id} meets every other rule: make it a pre-condition, by \`hit: first\` with this rule at the top or by narrowing the others.`;
      const all = others.length === rules.length - 1;
      return { rule, severity, message, hint: all ? everywhere : hint, path: ['rules', hub.index] };
    }),
    ...pairs.map((meeting): Finding => {
      const [a, b] = meeting.rules;
      const message = `${sentence(`${a.rule.id} and ${b.rule.id}`)}: ${detail(space, meeting)}`;
      return { rule, severity, message, hint, path: ['rules', b.index] };
    }),
  ];
}

/** "outcome overturn (R4) or uphold (R6), for linked likely (any role; 18 combinations), for example …". */
function detail(space: FactSpace, meeting: Meeting | undefined): string {
  const [box] = meeting?.region.boxes ?? [];
  if (!meeting || !box) return '';
  const [a, b] = meeting.rules;
  const apart = differences(a.rule, b.rule);
  return `${apart && `${apart}, for `}${describeBox(space, box)}${describeRest(meeting.region)}`;
}

/** Takes the rules with most meetings out, the later one where two have as many, as long as they have many. */
function grouped(meetings: readonly Meeting[]): {
  hubs: { hub: CompiledRule; meetings: Meeting[] }[];
  pairs: Meeting[];
} {
  const byRule = new Map<CompiledRule, Set<Meeting>>();
  for (const meeting of meetings) {
    for (const rule of meeting.rules) byRule.set(rule, (byRule.get(rule) ?? new Set()).add(meeting));
  }
  const left = new Set(meetings);
  const hubs: { hub: CompiledRule; meetings: Meeting[] }[] = [];
  for (;;) {
    const [busiest] = [...byRule].sort(([a, of], [b, others]) => others.size - of.size || b.index - a.index);
    if (!busiest || busiest[1].size < MANY) return { hubs, pairs: [...left] };
    const [hub, own] = [busiest[0], [...busiest[1]]];
    hubs.push({ hub, meetings: own });
    for (const meeting of own) {
      left.delete(meeting);
      for (const rule of meeting.rules) byRule.get(rule)?.delete(meeting);
    }
  }
}
