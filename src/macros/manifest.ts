import type { Playbook } from '#playbook/playbook.ts';
import { type MacroState, stateOf } from './state.ts';
import { textDigest } from './text-digest.ts';

/** What an open tab asks before it copies: macro id to the digest of its text now, and whether it may be sent. */
export type Manifest = Record<string, { revision: string; state: MacroState['state'] }>;

/** The manifest of every macro, by id; the revision is what `textDigest` gives. */
export const manifestOf = (playbook: Playbook): Manifest =>
  Object.fromEntries(
    playbook
      .ofType('macros')
      .map((macro) => [
        macro.id,
        { revision: textDigest(playbook, macro), state: stateOf(playbook, macro).state },
      ]),
  );
