/** Where the site is published and where it is built: read from the environment, once, at the edge. */
export interface SiteSettings {
  /** `https://example.org`, or undefined where it is not known. */
  siteUrl: string | undefined;
  /** `/` or `/handbook/`: begins and ends with a slash. */
  basePath: string;
  /** Where the repository is browsed; overrides organisation.yaml. */
  repositoryUrl: string | undefined;
}

/** Reads SITE_URL, BASE_PATH and REPOSITORY_URL. */
export function siteSettings(environment: NodeJS.ProcessEnv): SiteSettings {
  const base = (environment.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '');
  return {
    siteUrl: environment.SITE_URL || undefined,
    basePath: base ? `/${base}/` : '/',
    repositoryUrl: environment.REPOSITORY_URL || undefined,
  };
}
