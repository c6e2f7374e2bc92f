import { describe, expect, test } from 'vitest';
import { disableRules } from '#checks/prose/disables.ts';
import { proseRules } from '#checks/prose/prose-rules.ts';
import { proseIssues } from '#test/helpers/prose.ts';

describe.each(proseRules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  test('reports its bad example, with its own severity and a hint', () => {
    const found = proseIssues(rule.where, rule.bad).filter((issue) => issue.rule === name);
    expect(found).not.toEqual([]);
    for (const { severity, hint, line, column } of found) {
      expect(severity).toBe(rule.severity);
      expect(hint).not.toBe('');
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
    }
  });

  test('finds nothing in its good example, nor does any other rule', () => {
    expect(proseIssues(rule.where, rule.good)).toEqual([]);
  });

  test('is documented in one sentence', () => {
    expect(rule.explains).toMatch(/^[A-Z].*\.$/);
  });
});

describe.each(disableRules.map((rule) => [rule.name, rule] as const))('%s', (name, { bad, good }) => {
  test('reports its bad example and finds nothing in its good one', () => {
    expect(proseIssues('glossary', 'Text.', { summary: bad }).map(({ rule }) => rule)).toContain(name);
    expect(proseIssues('glossary', 'Text.', { summary: good })).toEqual([]);
  });
});
