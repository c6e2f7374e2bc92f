import type { RuleDoc } from '#checks/check.ts';
import { disableRules } from '#checks/prose/disables.ts';
import { proseRules } from '#checks/prose/prose-rules.ts';
import { checks } from '#checks/run-checks.ts';
import { gateRules } from '#repository/gate/rules.ts';

/** Every rule that a check may report, with its sentence and examples. */
export const ruleDocs: readonly RuleDoc[] = [
  ...Object.entries(gateRules).map(([name, { explains, bad, good }]) => ({ name, explains, bad, good })),
  ...checks.flatMap(({ rules }) => rules),
  ...proseRules,
  ...disableRules,
];
