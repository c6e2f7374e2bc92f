import { didYouMean } from '#playbook/nearest.ts';
import type { DecisionTable } from '#schemas/decision-template.ts';
import type { Answers } from './evaluate.ts';

/** What is wrong with the names in some answers, each as a sentence with the nearest names; empty where all are known. */
export function unknownAnswers({ facts }: DecisionTable, answers: Answers): string[] {
  return Object.entries(answers).flatMap(([name, value]) => {
    if (!Object.hasOwn(facts, name)) {
      return [
        `Unexpected fact \`${name}\`, expected one of the table. ${didYouMean(name, Object.keys(facts))}`,
      ];
    }
    const values = Object.keys(facts[name]?.values ?? {});
    if (values.includes(value)) return [];
    return [
      `Unexpected value \`${value}\` of \`${name}\`, expected one of its values. ${didYouMean(value, values)}`,
    ];
  });
}
