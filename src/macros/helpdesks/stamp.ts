/** What says in a helpdesk which text of which macro it is: `macros/counterfeit-upheld#EU@1a2b3c4d`. */
export interface Stamp {
  /** `macros/<slug>`. */
  id: string;
  /** The region for which it was written out, where one macro became several. */
  region: string | undefined;
  /** The first eight hexadecimal digits of the digest of its text. */
  revision: string;
}

const pattern = /\bmacros\/([a-z0-9-]+(?:\.[a-z]{2})?)(?:#([A-Za-z0-9-]+))?@([0-9a-f]{8})\b/;

/** The revision that a stamp carries, from a digest `sha256:…`. */
export const revisionOf = (digest: string): string => digest.replace('sha256:', '').slice(0, 8);

export const writeStamp = ({ id, region, revision }: Stamp): string =>
  `${id}${region ? `#${region}` : ''}@${revision}`;

/** The first stamp in a text; undefined where there is none. */
export function readStamp(text: string): Stamp | undefined {
  const [, slug, region, revision] = pattern.exec(text) ?? [];
  return slug && revision ? { id: `macros/${slug}`, region, revision } : undefined;
}

/** A name that carries a stamp at its end. */
export const stampedName = (name: string, stamp: string): string => `${name} [${stamp}]`;

/** The name without the stamp at its end. */
export const plainName = (name: string): string => name.replace(/\s*\[macros\/[^\]]*\]\s*$/, '');

/** A stamp as a tag, in letters, digits, hyphens and underscores. */
export const tagOf = (stamp: string): string =>
  stamp
    .toLowerCase()
    .replace(/^macros\//, 'macro_')
    .replace(/[^a-z0-9-]+/g, '_');
