import { describe, expect, test } from 'vitest';
import { projectRoot } from '#repository/playbook-root.ts';
import { readPlaybook } from '#repository/read-playbook.ts';
import { hostileCorpus } from '#test/helpers/hostile-corpus.ts';
import { judgeFile } from '#test/helpers/judge-file.ts';

const { playbook } = await readPlaybook(projectRoot);
if (!playbook) throw new Error('The shipped playbook cannot be read.');
const { organisation } = playbook;

/** Every fourth file of the corpus; `npm run bench -- hostile` tries all, in every type of entry. */
const everyDay = hostileCorpus().filter((_, index) => index % 4 === 0);

describe('the hostile corpus', () => {
  test('has more than a thousand files for every day, all different', () => {
    expect(everyDay.length).toBeGreaterThan(1000);
    expect(new Set(everyDay.map(({ path }) => path)).size).toBe(everyDay.length);
  });

  test('is refused file by file: in time, without an exception, by a rule for what is tried, where it stands', async () => {
    for (const { name, path, bytes, rules, lines } of everyDay) {
      const { issues, accepted, breaches } = await judgeFile(path, bytes, organisation);
      const told = issues.filter(({ rule, line }) => {
        // A file that is too large is not read.
        const inPlace = !lines || rule === 'file-too-large' || (line >= lines[0] && line <= lines[1]);
        return rules.test(rule) && inPlace;
      });
      expect({ name, path, breaches, accepted, told: told.length > 0 }).toEqual({
        name,
        path,
        breaches: [],
        accepted: false,
        told: true,
      });
    }
  }, 120_000);
});
