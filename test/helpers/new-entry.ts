import { type Ran, run } from './cli.ts';

/** Runs `npm run new` in a playbook; `typed` is what somebody answers. */
export const newEntry = (root: string, args: readonly string[], typed = ''): Ran =>
  run('new', [...args, '--root', root], {}, typed);
