import type { Entry } from '#playbook/entry.ts';
import type { SiteSource } from '../site-source.ts';
import { type DecisionData, decisionData } from './decision-data.ts';
import { type Proof, proofOf } from './decision-proof.ts';
import { type TemplateView, templateView } from './decision-template.ts';

/** What a decision template's page shows, and what its interview works with. */
export interface DecisionPageView extends TemplateView {
  proof: Proof;
  data: DecisionData;
}

/** Collects everything on a decision template's page. */
export const decisionPageView = (
  source: SiteSource,
  entry: Entry<'decision-templates'>,
): DecisionPageView => ({
  ...templateView(source, entry),
  proof: proofOf(entry.data),
  data: decisionData(source, entry),
});
