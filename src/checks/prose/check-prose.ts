import { unified } from 'unified';
import { VFile } from 'vfile';
import { capped } from '#playbook/cap-issues.ts';
import type { AnyEntry } from '#playbook/entry.ts';
import type { Issue } from '#playbook/issue.ts';
import { applyDisables } from './disables.ts';
import type { ProseContext } from './prose-context.ts';
import { proseRules } from './prose-rules.ts';
import { proseTree } from './prose-tree.ts';

/** An entry with the text of its file. */
export interface EntrySource {
  entry: AnyEntry;
  source: string;
}

const names = proseRules.map(({ name }) => name);

/** Everything that the rules for prose find in sound entries, in their order. */
export function checkProse(entries: readonly EntrySource[], context: ProseContext): Issue[] {
  const processor = unified();
  for (const { plugin, severity } of proseRules)
    processor.use(plugin, [severity === 'error' ? 2 : 1, context]);
  processor.freeze();
  return entries.flatMap(({ entry, source }) => {
    const file = new VFile({ path: entry.file, value: source, data: { entry } });
    const tree = proseTree(entry, file);
    processor.runSync(tree, file);
    // unified-lint-rule turns what a rule throws into a message: it is our fault, not the author's.
    for (const { cause } of file.messages) if (cause) throw cause;
    const issues = file.messages.map((message) => issueOf(message, entry.file));
    return capped(applyDisables(issues, tree, file, names));
  });
}

const issueOf = (message: VFile['messages'][number], file: string): Issue => ({
  file,
  line: message.line ?? 0,
  column: message.column ?? 0,
  severity: message.fatal ? 'error' : 'warning',
  rule: message.ruleId ?? '',
  message: message.reason,
  hint: message.note ?? '',
});
