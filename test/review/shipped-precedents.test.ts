import { describe, expect, test } from 'vitest';
import { replay } from '#decisions/replay.ts';
import { createPlaybook } from '#playbook/playbook.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { reviewPrecedents } from '#review/review-precedents.ts';

describe('every shipped precedent', async () => {
  const { playbook } = await readPlaybook(projectRoot);
  if (!playbook) throw new Error('the shipped playbook cannot be read');
  const cases = playbook.ofType('precedents').filter(({ data }) => !data.overturnedBy);
  const range = { base: '', head: '', commits: [], working: undefined, renames: new Map<string, string>() };

  test.each(cases.map((one) => [one.slug, one] as const))(
    '%s is told as soon as the rule that decides it does not',
    (_, one) => {
      const source = playbook.find('decision-templates', one.data.template);
      const found = source && replay(source.data, one.data.facts);
      if (!source || found?.kind !== 'decided') expect.fail('it is not decided');
      const outcome = one.data.outcome === 'dismiss' ? 'uphold' : 'dismiss';
      const rules = source.data.rules.map((rule) => (rule.id === found.rule ? { ...rule, outcome } : rule));
      const turned = { ...source, data: { ...source.data, rules } };
      const entries = playbook.entries.map((entry) => (entry === source ? turned : entry));
      const after = createPlaybook(playbook.organisation, entries, playbook.requirements);
      const side = (entry: typeof source) => ({ id: entry.id, file: entry.file, text: undefined, entry });
      const pair = { id: source.id, kind: source.type, before: side(source), after: side(turned) };
      const sides = { before: { playbook, issues: [] }, after: { playbook: after, issues: [] } };
      const told = reviewPrecedents({ range, worktree: false, ...sides, files: [], today: '2026-11-22' }, [
        pair,
      ]);
      expect(told.find(({ id }) => id === one.id)).toMatchObject({
        effect: 'overturned',
        was: { outcome: one.data.outcome, rule: found.rule },
        now: { outcome, rule: found.rule },
        approval: { kind: 'none' },
      });
      // And none whose rule stands.
      for (const { now } of told) expect(now).toMatchObject({ rule: found.rule });
    },
  );
});
