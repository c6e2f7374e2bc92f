import { digestOf } from '#playbook/digest.ts';
import { canonical, canonicalLine } from './canonical.ts';
import { knownVariables, messageOf } from './message.ts';
import { once } from './once.ts';

/** The digest of all that a macro can send: subject and text with passages, conditions, variables and their defaults. */
export const textDigest = once((playbook, macro): string => {
  const message = messageOf(playbook, macro);
  const known = knownVariables(playbook, macro);
  const defaultOf = (name: string) => {
    const variable = Object.hasOwn(known, name) ? known[name] : undefined;
    return variable?.default;
  };
  return digestOf(`${canonicalLine(message.subject, defaultOf)}\n\n${canonical(message.text, defaultOf)}`);
});
