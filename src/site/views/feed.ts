import { createHash } from 'node:crypto';
import { revisionLines } from '#history/changelog-text.ts';
import type { EntryChange } from '#history/changes-by-week.ts';
import { describeRevision } from '#history/describe-revision.ts';
import type { Feed, FeedItem } from '#history/feeds.ts';
import { foldedChanges, type SomeChanges } from '#history/folded-changes.ts';
import { changesPath, type FollowedPart, listPath, weekPath } from '#playbook/paths.ts';
import type { Past } from '../past.ts';
import type { SiteSource } from '../site-source.ts';
import { weeksOf } from '../weeks.ts';
import { changedEntry } from './changed-entry.ts';
import { anchorOf, foldedRows, landedAt } from './changes.ts';

/** What a feed is made for: its part of the changes, its title and its own address. */
export interface FeedFor {
  of: FollowedPart;
  title: string;
  url: string;
}

/** Readers ask again and again: a feed holds no more items than this, and an item no more lines. */
const mostItems = 50;
const mostLines = 20;

/** The newest changes of a part of the playbook as a feed; `absolute` makes whole addresses. */
export function feedOf(
  source: SiteSource,
  past: Past,
  { of, title, url }: FeedFor,
  absolute: (path: string) => string,
): Feed {
  const { type, area } = of;
  const wanted = ({ id }: EntryChange): boolean => {
    const { values } = changedEntry(source, past, id);
    if (type !== undefined) return values.type.includes(type);
    return area === undefined || values.area.includes(area);
  };
  const items: FeedItem[] = [];
  for (const { week, changes } of weeksOf(past)) {
    if (items.length >= mostItems) break;
    const page = absolute(weekPath(week.id));
    const pieces = foldedChanges(changes.filter(wanted))
      .sort(([a], [b]) => landedAt(b.revision) - landedAt(a.revision))
      .slice(0, mostItems);
    items.push(...pieces.map((piece) => itemOf(source, past, piece, page)));
  }
  return {
    title,
    homeUrl: absolute(type === undefined ? changesPath() : listPath(type)),
    feedUrl: url,
    items: items.slice(0, mostItems),
  };
}

/** One change, or several that one commit did, as an item. */
function itemOf(source: SiteSource, past: Past, piece: SomeChanges, page: string): FeedItem {
  const [change] = piece;
  const { revision } = change;
  const told = piece.length === 1 ? tellOne(source, past, change) : tellFolded(source, past, piece);
  const why = [revision.subject, revision.reason].filter(Boolean).join('\n\n');
  return {
    id: `urn:uuid:${uuidOf(told.identity)}`,
    url: `${page}#${told.anchor}`,
    title: told.title,
    summary: [shortened(told.lines), why].filter(Boolean).join('\n\n'),
    author: revision.author,
    date: revision.landed.date,
    tags: [revision.kind, ...told.tags],
  };
}

interface Told {
  /** What stays the same when the entry gets another name. */
  identity: string;
  anchor: string;
  title: string;
  lines: readonly string[];
  tags: readonly string[];
}

function tellOne(source: SiteSource, past: Past, { id, revision }: EntryChange): Told {
  const { code, text, values } = changedEntry(source, past, id);
  return {
    identity: `${revision.commit} ${revision.path}`,
    anchor: anchorOf(revision, id),
    title: `${code ? `${code} ` : ''}${text}: ${describeRevision(revision)}`,
    lines: revisionLines(revision),
    tags: [...values.type, ...values.area],
  };
}

function tellFolded(source: SiteSource, past: Past, changes: SomeChanges): Told {
  const [{ revision }] = changes;
  const { anchor, title, sentence, rows } = foldedRows(source, past, changes);
  return {
    identity: `${revision.commit} ${title} ${revision.kind}`,
    anchor,
    title: sentence ? `${title}: ${sentence}` : title,
    lines: rows.map(({ entry }) => entry.text),
    tags: rows[0]?.entry.values.type ?? [],
  };
}

const shortened = (lines: readonly string[]): string =>
  (lines.length > mostLines
    ? [...lines.slice(0, mostLines), `and ${lines.length - mostLines} more`]
    : lines
  ).join('\n');

/** A name-based UUID (RFC 9562, version 5) in a namespace of this project's own. */
function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const namespace = Buffer.from('6f0c5f4a2b1d4e0f9a735c8e1d20b64f', 'hex');
