import type { Entry } from '#playbook/entry.ts';
import type { Playbook } from '#playbook/playbook.ts';
import type { Helpdesk } from '#schemas/organisation.ts';
import { knownVariables, messageOf } from '../message.ts';
import { type Block, type Inline, type TextNode, variablesIn, walk } from '../text.ts';
import { textDigest } from '../text-digest.ts';
import { type HelpdeskFormat, type Markup, MissingSetting } from './helpdesk.ts';
import { sentTexts, variantsOf } from './sent-texts.ts';
import { revisionOf, writeStamp } from './stamp.ts';
import { substitute, substituteLine } from './substitute.ts';
import { type Mapped, type Mapping, mapVariable, textFor } from './variable-mapping.ts';
import { writerFor } from './writer.ts';

/** One macro as a helpdesk takes it. */
export interface ExportedMacro {
  id: string;
  /** The region that it is written out for, where one macro became several. */
  region: string | undefined;
  /** Carries id, region and revision. */
  stamp: string;
  /** The body of the call, exactly as the helpdesk's interface wants it. */
  body: unknown;
}

/** Something that a helpdesk cannot express. */
export interface ExportProblem {
  id: string;
  severity: 'error' | 'warning';
  message: string;
  hint: string;
}

/** A macro for a helpdesk with what it is meant to say there. */
export interface Composed extends ExportedMacro {
  subject: readonly Inline[];
  text: readonly Block[];
  mapping: Mapping;
}

/** One macro, approved or not, in the shape of a helpdesk: several where its text depends on the region. */
export function composeMacro(
  playbook: Playbook,
  macro: Entry<'macros'>,
  format: HelpdeskFormat,
  settings: Helpdesk,
): { composed: Composed[]; problems: ExportProblem[] } {
  const message = messageOf(playbook, macro);
  const known = knownVariables(playbook, macro);
  const problem = (
    message: string,
    hint: string,
    severity: ExportProblem['severity'] = 'error',
  ): ExportProblem => ({
    id: macro.id,
    severity,
    message: `Unexpected ${message}`,
    hint,
  });

  const names = [...new Set([...variablesIn(message.subject), ...variablesIn(message.text)])];
  const mapped = new Map(
    names.map((name) => [
      name,
      mapVariable(name, Object.hasOwn(known, name) ? known[name] : undefined, format, settings),
    ]),
  );
  const problems = [...mapped].flatMap(([name, one]) =>
    mappingProblems(macro.id, name, one, format, problem),
  );
  if (message.subject.length > 0 && !format.subject)
    problems.push(
      problem(
        `subject in ${macro.id}, expected none: macros of ${format.name} have no place for it`,
        'The subject of the conversation stays; take the subject out if the text needs no other.',
        'warning',
      ),
    );
  if (problems.some(({ severity }) => severity === 'error')) return { composed: [], problems };

  const plain = textFor(mapped);
  const replaces = [...mapped.values()].some(({ kind }) => kind === 'text');
  const { title, language, outcome, reflects, policy } = macro.data;
  const policyEntry = playbook.find('policies', policy);
  const revision = revisionOf(textDigest(playbook, macro));
  const composed = variantsOf(sentTexts(playbook, macro), format, settings).flatMap(
    ({ region, text: whole }): Composed[] => {
      const text = replaces ? substitute(whole, plain) : whole;
      const subject = replaces ? substituteLine(message.subject, plain) : message.subject;
      const stamp = writeStamp({ id: macro.id, region, revision });
      const reserved = literal([...subject, ...text]).find((value) => format.syntax.reserved.test(value));
      if (reserved !== undefined) {
        problems.push(
          problem(
            `text \`${reserved.trim()}\` in ${macro.id}, expected none that ${format.name} would take for its own syntax`,
            'Write it without double braces, brackets or percent signs.',
          ),
        );
        return [];
      }
      try {
        const body = format.body(
          {
            title: region ? `${title} (${region})` : title,
            folder: policyEntry?.data.title ?? policy,
            policyArea: policyEntry?.data.area ?? '',
            language,
            outcome,
            reflects,
            stamp,
            subject,
            text,
          },
          writerFor(format, settings, mapped),
          settings,
        );
        const tooLong = format.tooLong?.(body);
        if (!tooLong) return [{ id: macro.id, region, stamp, body, subject, text, mapping: mapped }];
        problems.push(
          problem(
            `length of ${macro.id} for ${format.name}: ${tooLong}`,
            'Say it shorter, or in two messages.',
          ),
        );
      } catch (error) {
        if (!(error instanceof MissingSetting)) throw error;
        problems.push(
          problem(
            `settings for ${format.name} in ${macro.id}, expected ${error.message}`,
            `Set it in \`helpdesks\` of organisation.yaml.`,
          ),
        );
      }
      return [];
    },
  );
  return { composed, problems: unique(problems) };
}

function literal(nodes: readonly TextNode[]): string[] {
  const found: string[] = [];
  walk(nodes, (node) => {
    if (node.type === 'text') found.push(node.value);
  });
  return found;
}

function mappingProblems(
  id: string,
  name: string,
  mapped: Mapped,
  { name: helpdesk, syntax }: HelpdeskFormat,
  problem: (message: string, hint: string) => ExportProblem,
): ExportProblem[] {
  if (mapped.kind === 'none')
    return [
      problem(
        `variable \`{${name}}\` in ${id}, expected one that ${helpdesk} has a field for`,
        `Name the field in \`helpdesks\` of organisation.yaml, or copy the macro from its page.`,
      ),
    ];
  if (mapped.kind === 'text') return [];
  const markups: readonly Markup[] = ['html', 'markdown', 'plain'];
  return markups.every((markup) => syntax.write(mapped.path, mapped.fallback, markup) !== undefined)
    ? []
    : [
        problem(
          `default \`${mapped.fallback ?? ''}\` of \`{${name}}\` in ${id}, expected one that ${helpdesk} can fall back to`,
          `Put \`${name}\` on \`sendDefault\` of the helpdesk in organisation.yaml: then the default is always sent, and never a blank.`,
        ),
      ];
}

const unique = (problems: readonly ExportProblem[]): ExportProblem[] => [
  ...new Map(problems.map((one) => [one.message, one])).values(),
];
