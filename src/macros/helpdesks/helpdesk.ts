import type { Helpdesk } from '#schemas/organisation.ts';
import type { Block, Inline } from '../text.ts';

/** Where a text stands: fallbacks are escaped differently in markup and in plain text. */
export type Markup = 'html' | 'markdown' | 'plain';

/** How a helpdesk writes what is filled in later, and how that is read back. */
export interface Syntax {
  /** The placeholder for a field, or undefined where the helpdesk cannot say that: a fallback, or these characters in one. */
  write: (path: string, fallback: string | undefined, markup: Markup) => string | undefined;
  /** Finds placeholders; the field is group 1, the fallback the first of the later groups that took part. */
  placeholder: RegExp;
  /** What the helpdesk would take for its own syntax if it stood in a text. */
  reserved: RegExp;
  conditions?: {
    open: (path: string, values: readonly string[]) => string;
    close: string;
    /** Finds an opening condition; the whole test is group 1. */
    opening: RegExp;
    /** Field and values of such a test; undefined where it asks for something else. */
    read: (test: string) => { path: string; values: string[] } | undefined;
  };
}

/** A macro on its way into a helpdesk. */
interface Outgoing {
  title: string;
  /** Title of its policy, for folders. */
  folder: string;
  language: string;
  outcome: string;
  policyArea: string;
  /** Clauses that it reflects. */
  reflects: readonly string[];
  /** Carries id, region and revision through the helpdesk: see stamp.ts. */
  stamp: string;
  subject: readonly Inline[];
  text: readonly Block[];
}

/** Writes a text with the placeholders of the helpdesk in it. */
export interface Writer {
  html: (blocks: readonly Block[]) => string;
  markdown: (blocks: readonly Block[]) => string;
  plain: (blocks: readonly Block[]) => string;
  line: (line: readonly Inline[]) => string;
}

/** A text as it came back from a helpdesk. */
export interface LiveText {
  markup: Markup;
  value: string;
}

/** A macro as it stands in a helpdesk. */
export interface LiveMacro {
  /** The name without the stamp. */
  name: string;
  /** Everything in which the stamp may stand. */
  stamped: string;
  /** Texts by the field that holds them. */
  texts: Readonly<Record<string, LiveText>>;
}

/** One helpdesk: what it is called, how it writes, and the exact shape that its interface takes and gives. */
export interface HelpdeskFormat {
  name: string;
  /** The call that creates a macro. */
  request: string;
  /** Fields that every account has. */
  native: Readonly<Record<string, string>>;
  syntax: Syntax;
  /** What the text of a macro is written in. */
  markup: 'html' | 'markdown';
  /** Whether a macro has a place for a subject line. */
  subject: boolean;
  /** The body of the call, exactly as the interface wants it; throws a MissingSetting where a setting is missing. */
  body: (macro: Outgoing, write: Writer, settings: Helpdesk) => unknown;
  /** What is too long in such a body, as a sentence; undefined where all of it fits. */
  tooLong?: (body: unknown) => string | undefined;
  /** Reads one macro of an export, or a body of ours; undefined where it is none. */
  read: (item: Readonly<Record<string, unknown>>) => LiveMacro | undefined;
}

/** Whether a helpdesk itself chooses the text for a reader's region. */
export const choosesByRegion = ({ syntax }: HelpdeskFormat, { region }: Helpdesk): boolean =>
  syntax.conditions !== undefined && region !== undefined;

/** A setting in organisation.yaml without which a helpdesk cannot be written to. */
export class MissingSetting extends Error {}
