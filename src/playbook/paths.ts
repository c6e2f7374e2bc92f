import { type ContentType, contentTypeNames } from '#schemas/index.ts';

/** Address of an entry's page from the site's root, `/policies/counterfeit/`; the base path is added at the edge. */
export const entryPath = (id: string): string => `/${id}/`;

/** Address of a list page, `/policies/`. */
export const listPath = (type: ContentType): string => `/${type}/`;

/** The fragment of a clause, `cf-2` for `CF-2`. */
export const clauseFragment = (code: string): string => code.toLowerCase();

/** Address of a clause on its policy's page, `/policies/counterfeit/#cf-2`. */
export const clausePath = (policyId: string, code: string): string =>
  `${entryPath(policyId)}#${clauseFragment(code)}`;

/** Address of the revisions of an entry, `/policies/counterfeit/history/`. */
export const historyPath = (id: string): string => `${entryPath(id)}history/`;

/**
 * The part of a commit's object id that stands in addresses: enough that two commits of one entry never share it by
 * chance, and fixed, so that an address once given stays the same however much is written later.
 */
export const shortCommit = (commit: string): string => commit.slice(0, 12);

/** Address of an entry as a commit left it, `/policies/counterfeit/at/0123456789ab/`; from its full object id. */
export const revisionPath = (id: string, commit: string): string =>
  `${entryPath(id)}at/${shortCommit(commit)}/`;

/** Address of what changed, week by week. */
export const changesPath = (): string => '/changes/';

/** Address of one ISO week (`2026-W47`), `/changes/2026-w47/`. */
export const weekPath = (week: string): string => `${changesPath()}${week.toLowerCase()}/`;

/** The formats in which changes can be followed, by the name of their file. */
export const feedFiles = { atom: 'atom.xml', json: 'feed.json' } as const;
export type FeedFormat = keyof typeof feedFiles;

/** What a feed tells: all changes, or those of a content type or of a policy area. */
export interface FollowedPart {
  type?: ContentType;
  area?: string;
}

/** The folder of a feed below the page of changes, `areas/PA01`; undefined for the feed of all changes. */
export const feedFolder = ({ type, area }: FollowedPart): string | undefined =>
  type ?? (area === undefined ? undefined : `areas/${area}`);

/** Address of a feed, `/changes/areas/PA01/atom.xml`. */
export const feedPath = (format: FeedFormat, of: FollowedPart): string => {
  const folder = feedFolder(of);
  return `${changesPath()}${folder === undefined ? '' : `${folder}/`}${feedFiles[format]}`;
};

/** Address at which a day is asked about: what was in force then. */
export const asOfPath = (): string => '/as-of/';

/** Address at which an old path used to answer, `/policies/fakes/`. */
export const formerPath = (former: string): string => `/${former}/`;

/** First parts of the addresses at which the site itself answers. */
const siteFolders: ReadonlySet<string> = new Set([
  '404',
  'as-of',
  'changes',
  'contribute',
  'coverage',
  'due',
  'exports',
  'index',
  'pagefind',
]);
const lists: ReadonlySet<string> = new Set(contentTypeNames.map(listPath));

/** Whether an old path, `policies/fakes`, is where a page or file of the site stands that is no entry's. */
export function isSitePath(former: string): boolean {
  const [folder = '', , part = ''] = former.split('/');
  return siteFolders.has(folder) || lists.has(formerPath(former)) || ['at', 'history'].includes(part);
}
