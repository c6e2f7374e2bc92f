import { expect, test } from 'vitest';
import { knownSince } from '#history/known-since.ts';
import { projectRoot } from '#repository/playbook-root.ts';
import { Repository } from '#test/helpers/git.ts';
import { GitOracle } from '#test/helpers/git-oracle.ts';
import { traced } from '#test/helpers/traced.ts';

test('the history of this repository is told as git knows it', { timeout: 120_000 }, async () => {
  const { state, log, traces, revisionsOf } = await traced(projectRoot);
  if (!state.known) {
    // Downloaded without its history, or built where there is no git: then that is said, and nothing told.
    expect(state.message).not.toBe('');
    expect(traces.entries).toEqual([]);
    return;
  }
  const oracle = new GitOracle(new Repository(projectRoot));
  expect(new Set(log.ids)).toEqual(new Set(oracle.commits));
  expect(knownSince(state, log) === undefined).toBe(state.complete);
  for (const entry of traces.entries) {
    const told = revisionsOf(entry).map(({ commit }) => commit);
    // A shallow clone knows the text at its edge and not who wrote it.
    const expected = [...oracle.revisions(entry.path)].filter((commit) => !state.boundaries.includes(commit));
    expect(told.sort(), entry.path).toEqual(expected.sort());
  }
});
