import type { Entry } from '#playbook/entry.ts';
import type { Grade } from '#schemas/evidence-standard.ts';
import type { SiteSource } from '../site-source.ts';
import { countOf, sentenceList } from '../words.ts';

/** What a grade says about how much the evidence proves. */
export const gradeMeanings: Readonly<Record<Grade, string>> = {
  A: 'Independently verifiable',
  B: 'Documentary, checkable',
  C: 'Statement or unverifiable media',
  X: 'Inadmissible or adverse',
};

/** What an evidence standard's page shows. */
export interface EvidenceView {
  code: string;
  title: string;
  grade: Grade;
  meaning: string;
  raised: { grade: Grade; meaning: string; when: string } | undefined;
  proves: string[];
  insufficient: string[];
  checks: string[];
  /** "180 days before the notice", or undefined where age does not matter. */
  maximumAge: string | undefined;
  verifiers: string;
  request: string;
  retention: string;
}

/** Collects what an evidence standard's page shows. */
export function evidenceView({ playbook }: SiteSource, { data }: Entry<'evidence-standards'>): EvidenceView {
  const { roles } = playbook.organisation;
  const days = data.maximumAgeDays;
  return {
    code: data.code,
    title: data.title,
    grade: data.grade,
    meaning: gradeMeanings[data.grade],
    raised: data.raisedTo && { ...data.raisedTo, meaning: gradeMeanings[data.raisedTo.grade] },
    proves: data.proves,
    insufficient: data.insufficient,
    checks: data.checks,
    maximumAge:
      days === undefined
        ? undefined
        : `${countOf(days, 'day')} before ${data.ageCountedFrom ?? 'the appeal'}`,
    verifiers: sentenceList(data.verifiers.map((key) => roles[key]?.name ?? key)),
    request: data.request,
    retention: data.retention,
  };
}
