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

/** Address at which an old path used to answer, `/policies/fakes/`. */
export const formerPath = (former: string): string => `/${former}/`;

/** First parts of the addresses at which the site itself answers. */
const siteFolders: ReadonlySet<string> = new Set([
  '404',
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
export const isSitePath = (former: string): boolean =>
  siteFolders.has(former.split('/')[0] ?? '') || lists.has(formerPath(former));
