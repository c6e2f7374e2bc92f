/** One item of a feed. Texts are plain; whatever they hold, the feed stays well formed. */
export interface FeedItem {
  /** What it is known by for ever, as an IRI. */
  id: string;
  /** Address of the page that it tells about. */
  url: string;
  title: string;
  summary: string;
  author: string;
  /** ISO 8601 with offset. */
  date: string;
  tags: readonly string[];
}

/** A feed, newest item first. */
export interface Feed {
  title: string;
  /** Address of the page that it stands for, and its own. */
  homeUrl: string;
  feedUrl: string;
  items: readonly FeedItem[];
}

/** The feed as Atom (RFC 4287); without items it is as old as time. */
export function atomFeed({ title, homeUrl, feedUrl, items }: Feed): string {
  const updated = items.reduce(
    (newest, { date }) => (Date.parse(date) > Date.parse(newest) ? date : newest),
    oldest,
  );
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<title>${xml(title)}</title>`,
    `<id>${xml(feedUrl)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feedUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(homeUrl)}"/>`,
    `<updated>${xml(updated)}</updated>`,
    ...items.flatMap((item) => [
      '<entry>',
      `<title>${xml(item.title)}</title>`,
      `<id>${xml(item.id)}</id>`,
      `<link rel="alternate" type="text/html" href="${xml(item.url)}"/>`,
      `<updated>${xml(item.date)}</updated>`,
      `<author><name>${xml(item.author)}</name></author>`,
      ...item.tags.map((tag) => `<category term="${xml(tag)}"/>`),
      `<summary>${xml(item.summary)}</summary>`,
      '</entry>',
    ]),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

const oldest = '1970-01-01T00:00:00+00:00';

/** The feed as JSON Feed 1.1. */
export function jsonFeed({ title, homeUrl, feedUrl, items }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: homeUrl,
    feed_url: feedUrl,
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_text: item.summary,
      date_published: item.date,
      authors: [{ name: item.author }],
      tags: item.tags,
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

/** Text for XML, in elements and attributes; what XML 1.0 cannot hold, even as a reference, becomes U+FFFD. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
