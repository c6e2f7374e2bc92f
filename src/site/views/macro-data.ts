import { knownVariables, messageOf } from '#macros/message.ts';
import { type Block, hasConditions, type Inline, variablesIn } from '#macros/text.ts';
import { textDigest } from '#macros/text-digest.ts';
import { uncover } from '#macros/uncover.ts';
import type { Entry } from '#playbook/entry.ts';
import type { Variable } from '#schemas/macro.ts';
import type { SiteSource } from '../site-source.ts';

/** What the script of a macro's page works with; what its blanks mean stands in the form. */
export interface MacroData {
  /** `macros/<slug>`. */
  id: string;
  title: string;
  /** Digest of the text that the page holds. */
  revision: string;
  /** ISO 639-1. */
  language: string;
  /** Key of organisation.yaml. */
  outcome: string;
  /** Slugs of the decision templates of its policy. */
  templates: string[];
  /** Key to name; where there are several, they get different texts or dates, and the agent says which. */
  regions: Record<string, string>;
  /** Whether the text itself depends on the region, not only the way in which dates are written. */
  byRegion: boolean;
  /** Empty where there is no subject line. */
  subject: Inline[];
  /** What is sent, with conditions on the region still open where there are several. */
  text: Block[];
}

/** A blank as the form asks for it. */
export interface FieldView extends Pick<Variable, 'label' | 'type' | 'example' | 'required' | 'default'> {
  name: string;
}

/** Collects what the script of a macro's page works with. */
export function macroData({ playbook }: SiteSource, macro: Entry<'macros'>): MacroData {
  const { subject, text, regions } = messageOf(playbook, macro);
  const { title, policy, language, outcome, region } = macro.data;
  const fields = fieldsOf({ playbook }, macro);
  const byRegion = hasConditions(text);
  const asked = byRegion || fields.some(({ type }) => type === 'date') ? regions : region ? [region] : [];
  return {
    id: macro.id,
    title,
    revision: textDigest(playbook, macro),
    language,
    outcome,
    templates: playbook
      .ofType('decision-templates')
      .filter(({ data }) => data.policy === policy)
      .map(({ slug }) => slug),
    regions: Object.fromEntries(asked.map((key) => [key, playbook.organisation.regions[key] ?? key])),
    byRegion,
    subject,
    text: uncover(text),
  };
}

/** The blanks of a macro, in order of reading. */
export function fieldsOf({ playbook }: Pick<SiteSource, 'playbook'>, macro: Entry<'macros'>): FieldView[] {
  const { subject, text } = messageOf(playbook, macro);
  const known = knownVariables(playbook, macro);
  return [...new Set([...variablesIn(subject), ...variablesIn(text)])].flatMap((name) => {
    const variable = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!variable) return [];
    const { label, type, example, required, default: fallback } = variable;
    return [{ name, label, type, example, required, default: fallback }];
  });
}
