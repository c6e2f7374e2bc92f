/** An address under the path at which the site is published, for one that counts from the site's root. */
export const href = (path: string): string => import.meta.env.BASE_URL.replace(/\/$/, '') + path;
