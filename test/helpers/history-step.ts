import { setTimeout } from 'node:timers/promises';
import { readHistory } from '#repository/git/read-history.ts';

/**
 * One step of the history bench in a process of its own, once it has settled after loading:
 * `extract`, `cached` or `tell`; prints milliseconds, the peak of memory and counts as JSON.
 */
const [root = '', step = '', cache = ''] = process.argv.slice(2);
const telling = step === 'tell' ? await import('./tell-everything.ts') : undefined;
await setTimeout(100);

const start = performance.now();
const history = await readHistory(root, { cache: step === 'cached' ? cache : false });
if (!history.state.known) throw new Error(history.state.message);
const told = await telling?.tellEverything(root, history);
const ms = performance.now() - start;
const memoryMb = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ ms, memoryMb, commits: history.log.ids.length, ...told }));
