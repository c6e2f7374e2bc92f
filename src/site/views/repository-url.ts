import type { SiteSource } from '../site-source.ts';

/** Where the repository is browsed, without a slash at the end; undefined where nobody said it. */
export const repositoryUrlOf = ({ playbook, repositoryUrl }: SiteSource): string | undefined =>
  (repositoryUrl ?? playbook.organisation.repository?.url)?.replace(/\/$/, '');
