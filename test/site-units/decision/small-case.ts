import type { DecisionData } from '#site/views/decision-data.ts';

/** A template of three facts with everything that a page may show. */
export const smallCase: DecisionData = {
  template: 'counterfeit',
  title: 'Counterfeit: appeal of a removal',
  code: 'CF',
  effective: '2026-02-02',
  table: {
    hit: 'unique',
    facts: {
      authenticity: {
        ask: 'Is the item genuine?',
        values: {
          verified: 'It was confirmed.',
          unverified: 'Nothing conclusive.',
          refuted: 'It was denied.',
        },
        evidence: ['grading-certificate'],
      },
      provenance: {
        ask: 'Is the chain shown?',
        values: { complete: 'Every link is shown.', none: 'No link is shown.' },
        evidence: ['supplier-invoice', 'grading-certificate'],
      },
      strikes: {
        ask: 'How many strikes are active?',
        values: { '0': 'None.', '1+': 'One or more.' },
        evidence: [],
      },
    },
    exclusions: [
      { when: { authenticity: 'verified', provenance: 'none' }, because: 'Whoever verifies sees the chain.' },
    ],
    rules: [
      {
        id: 'R1',
        when: { authenticity: 'verified' },
        outcome: 'overturn',
        because: 'It is genuine (CF-1).',
        authority: 'frontline',
        macro: 'overturned',
      },
      {
        id: 'R2',
        when: { authenticity: 'unverified' },
        outcome: 'request-information',
        because: 'Proof is missing (CF-2).',
        authority: 'frontline',
        noMacro: 'The seller is asked by phone.',
      },
      {
        id: 'R3',
        when: { authenticity: 'refuted', strikes: '0' },
        outcome: 'uphold',
        because: 'It is not genuine (CF-1).',
        authority: 'lead',
        macro: 'upheld',
        escalation: 'appeals-lead',
      },
      {
        id: 'R4',
        when: { authenticity: 'refuted', strikes: '1+' },
        outcome: 'uphold',
        because: 'It is not genuine, once more (CF-1, CF-2).',
        authority: 'lead',
        macro: 'upheld',
        escalation: 'appeals-lead',
      },
    ],
  },
  outcomes: {
    overturn: {
      code: 'O2',
      name: 'Overturn',
      family: 'overturn',
      meaning: 'No violation.',
      remedies: ['Restore it.'],
    },
    'request-information': {
      code: 'O7',
      name: 'Request information',
      family: 'request-information',
      meaning: 'Not settled.',
      remedies: ['Name the items.'],
    },
    uphold: {
      code: 'O1',
      name: 'Uphold',
      family: 'uphold',
      meaning: 'It stands.',
      remedies: ['Give the reasons.'],
    },
  },
  roles: {
    frontline: { name: 'Frontline reviewer', rank: 1, within: 'Q3.', secondReviewer: undefined },
    lead: { name: 'Team lead', rank: 3, within: 'All.', secondReviewer: 'Legal signs in Q7.' },
  },
  macros: {
    overturned: { path: '/macros/overturned/', title: 'Decision reversed' },
    upheld: { path: '/macros/upheld/', title: 'Decision stands' },
  },
  escalations: {
    'appeals-lead': {
      path: '/escalation-paths/appeals-lead/',
      title: 'Appeals lead',
      team: 'Appeals',
      answerWithin: '2 business hours',
      byDefault: 'It waits.',
      packet: ['The facts.'],
    },
  },
  standards: {
    'grading-certificate': {
      path: '/evidence-standards/grading-certificate/',
      title: 'Grading certificate',
      code: 'E04',
      grade: 'A',
      checks: ['The number is in the register.', 'The photo is of this item.'],
      request: 'Please send the certificate.',
    },
    'supplier-invoice': {
      path: '/evidence-standards/supplier-invoice/',
      title: 'Supplier invoice',
      code: 'E06',
      grade: 'B',
      checks: ['It is dated.'],
      request: 'Please send the invoice.',
    },
  },
  clauses: {
    'CF-1': { path: '/policies/counterfeit/#cf-1', title: 'Genuine items only' },
    'CF-2': { path: '/policies/counterfeit/#cf-2', title: 'Proof of origin' },
  },
  precedents: [],
};
