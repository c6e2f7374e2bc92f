import type { GateRule } from './rule.ts';
import { bytesRules } from './rules/bytes-rules.ts';
import { fileRules } from './rules/file-rules.ts';
import { linkRules } from './rules/link-rules.ts';
import { mdxRules } from './rules/mdx-rules.ts';
import { yamlRules } from './rules/yaml-rules.ts';

const rules = { ...fileRules, ...bytesRules, ...yamlRules, ...mdxRules, ...linkRules };

/** The name of a rule that the gate may report. */
export type GateRuleName = keyof typeof rules;

/** Every rule of the gate by name, with its explanation and examples, for tests and the rule table. */
export const gateRules: Readonly<Record<GateRuleName, GateRule>> = rules;
