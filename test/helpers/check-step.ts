import { checkPlaybook } from '#checks/check-playbook.ts';
import { readPlaybook } from '#repository/read-playbook.ts';

// A check of everything but prose, for the bench, in a process of its own: node check-step.ts <root> <day>
const [root = '', day = ''] = process.argv.slice(2);
console.log(checkPlaybook(await readPlaybook(root), day).length);
