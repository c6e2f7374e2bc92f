/** How much a change matters, strongest first; the last four are told of the life of an entry and not of its text. */
export const changeKinds = [
  'outcomes',
  'requirement',
  'wording',
  'housekeeping',
  'created',
  'renamed',
  'retired',
  'restored',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What a change of a text can weigh. */
export type Weight = 'outcomes' | 'requirement' | 'wording' | 'housekeeping';

/** A stretch of prose: kept, or in one of the two texts alone. */
export interface Words {
  text: string;
  in: 'both' | 'before' | 'after';
}

/** One step along a list of plain values: values kept, removed or added there. */
export interface Items {
  values: readonly unknown[];
  in: 'both' | 'before' | 'after';
}

/** Where in an entry: keys of its fields, members of lists by their own key (`rules`, `R4`, `because`), or `body` and a section. */
export type ChangePath = readonly string[];

interface Told {
  weight: Weight;
  /** The place in the words of the schema, "Maximum age" or "Rule R4, because". */
  label: string;
  path: ChangePath;
}

/** One change of one place. All changes together turn the old side into the new one. */
export type Change = Told &
  (
    | {
        /** A value took another's place; undefined where there was or is none. */
        what: 'value';
        before: unknown;
        after: unknown;
        unit?: string;
      }
    | {
        /** A member of a list, a clause or a section came; `at` is its place among all of them afterwards. */
        what: 'added';
        after: unknown;
        at: number;
      }
    | { what: 'removed'; before: unknown }
    | {
        /** Members stand in another order; keys as they stand afterwards. */
        what: 'moved';
        order: readonly string[];
        moved: readonly string[];
      }
    | { what: 'items'; items: readonly Items[] }
    | { what: 'words'; words: readonly Words[] }
    | {
        /** Source that could not be read as data, as words of its text. */
        what: 'source';
        words: readonly Words[];
      }
    | {
        /** Spacing, quotes, comments or line ends changed, and nothing that is read. */
        what: 'formatting';
      }
    | {
        /** Combinations that are decided differently now. */
        what: 'outcomes';
        difference: OutcomeDifference;
      }
  );

/** What a decision template decides differently, as told by the function that compares tables. */
export interface OutcomeDifference {
  /** How many combinations there are now, and how many of them end differently; text where numbers would lose digits. */
  combinations: number | string;
  changed: number | string;
  /** The combinations as boxes, largest first, and how many more boxes there are. */
  regions: readonly OutcomeRegion[];
  moreRegions: number;
}

/** One box of combinations that are decided differently: fact -> its values, absent = any. */
export interface OutcomeRegion {
  when: Readonly<Record<string, readonly string[]>>;
  count: number | string;
  from: OutcomeSide;
  to: OutcomeSide;
}

/** What one side says about a box: what a rule decides, that none does, that rules disagree, or that it is no case there. */
export type OutcomeSide =
  | {
      kind: 'rule';
      rule: string;
      outcome: string;
      authority?: string | undefined;
      macro?: string | undefined;
    }
  | { kind: 'gap' }
  | { kind: 'conflict'; rules: readonly string[] }
  | { kind: 'outside' };
