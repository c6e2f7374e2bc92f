/** One page of each kind, as [what it is, its path]. */
export const kindsOfPage: readonly (readonly [string, string])[] = [
  ['the home page', '/'],
  ['the list of policies', '/policies/'],
  ['the list of macros', '/macros/'],
  ['a policy', '/policies/counterfeit/'],
  ['an evidence standard', '/evidence-standards/supplier-invoice/'],
  ['a decision template', '/decision-templates/counterfeit/'],
  ['a macro', '/macros/counterfeit-overturned/'],
  ['a procedure', '/procedures/intake-and-triage/'],
  ['an escalation path', '/escalation-paths/policy-team/'],
  ['a precedent', '/precedents/account-takeover-own-phone/'],
  ['a glossary term', '/glossary/appeal/'],
  ['the page of what is due', '/due/'],
  ['the guide for editors', '/contribute/'],
  ['a page that does not exist', '/nowhere/'],
];
