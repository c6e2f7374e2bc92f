import { type Answers, type Evaluation, evaluate } from '#decisions/evaluate.ts';
import { evaluationText } from '#decisions/evaluation-text.ts';
import { flipSets } from '#decisions/flip-sets.ts';
import { unknownAnswers } from '#decisions/unknown-answers.ts';
import { formats } from '#report/report.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import { command } from './command.ts';
import { readTemplate } from './read-template.ts';

const usage = `npm run decide -- <template> [fact=value …] [--root <folder>] [--format text|json]

Decides a case by some or all of its facts: the outcome as soon as everything that is still possible agrees on it,
and which fact to establish next. <template> is a slug, or the path of any .mdx, .md, .yaml or .json file with a table.
Exit 0: read, 1: unknown names or facts that no rule decides, 2: the tool failed.`;

await command(
  usage,
  { root: { type: 'string' }, format: { type: 'string', default: 'text' } },
  async ({ values, positionals }) => {
    const [given, ...pairs] = positionals;
    const { format } = values;
    if (
      given === undefined ||
      (format !== 'text' && format !== 'json') ||
      pairs.some((pair) => !/^[^=]+=/.test(pair))
    ) {
      console.error(usage);
      return 2;
    }
    const template = await readTemplate(given, values.root);
    if (typeof template === 'string') {
      console.error(template);
      return 1;
    }
    const { table } = template;
    if (!table) {
      console.log(formats[format]({ issues: template.issues, entries: 1 }));
      return 1;
    }
    const facts: Answers = Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
    const unknown = unknownAnswers(table, facts);
    if (unknown.length > 0) {
      console.error(unknown.join('\n'));
      return 1;
    }
    const evaluation = tryEvaluate(table, facts);
    if (!evaluation) {
      console.error(
        'The rules have too little in common to plan the questions from so few facts: give more facts.',
      );
      return 2;
    }
    const { outcome, rule, because, authority, macro, escalation, open, next } = evaluation;
    const undecided = outcome === null && next === null;
    if (format === 'json') {
      const { slug } = template;
      const told = {
        template: slug,
        facts,
        outcome,
        rule,
        because,
        authority,
        macro,
        escalation,
        open,
        next,
      };
      console.log(JSON.stringify(told, null, 2));
    } else if (!undecided) console.log(evaluationText(table, evaluation, flipSets(table, facts)));
    if (!undecided) return 0;
    console.error(
      evaluation.impossible
        ? 'These facts cannot occur together: exclusions of the template rule them out.'
        : 'No one rule decides this case: run `npm run analyse` on the template.',
    );
    return 1;
  },
);

/** The evaluation, or undefined where the diagram of what is still possible grows too large. */
function tryEvaluate(table: DecisionTable, facts: Answers): Evaluation | undefined {
  try {
    return evaluate(table, facts);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
