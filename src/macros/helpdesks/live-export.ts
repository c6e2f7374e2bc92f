import { asItem } from './fields.ts';
import type { HelpdeskFormat, LiveMacro } from './helpdesk.ts';

/** The keys under which the interfaces of helpdesks, and our own exports, give their lists. */
const lists = [
  'macros',
  'data',
  '_results',
  'results',
  'replies',
  'saved-replies',
  '_embedded',
  'canned_responses',
];

/** Every macro in an export of a helpdesk (a list, or a page that holds one), in order; undefined where it is no such thing. */
export function readLiveExport(json: unknown, format: HelpdeskFormat): LiveMacro[] | undefined {
  const items = listIn(json);
  return items?.flatMap((one) => {
    const item = asItem(one);
    if (!item) return [];
    // Our own exports hold the body of each call beside what it is.
    const ours = 'stamp' in item ? asItem(item.body) : undefined;
    return format.read(ours ?? item) ?? [];
  });
}

function listIn(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) {
    // Several pages of a list.
    const pages = json.map(listUnderKey);
    return pages.length > 0 && pages.every((page) => page !== undefined) ? pages.flat() : json;
  }
  return listUnderKey(json);
}

function listUnderKey(json: unknown): readonly unknown[] | undefined {
  const item = asItem(json);
  if (!item) return undefined;
  const found = lists
    .map((key) => (Object.hasOwn(item, key) ? item[key] : undefined))
    .find((value) => value !== undefined);
  return Array.isArray(found) ? found : found === undefined ? undefined : listUnderKey(found);
}
