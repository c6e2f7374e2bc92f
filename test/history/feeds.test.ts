import { describe, expect, test } from 'vitest';
import { atomFeed, type Feed, type FeedItem, jsonFeed } from '#history/feeds.ts';

const item = (extra: Partial<FeedItem> = {}): FeedItem => ({
  id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  url: 'https://example.com/policies/counterfeit/history/#abc',
  title: 'Counterfeit goods: Clause CF-1',
  summary: 'Clause CF-1: “is” to “must be”',
  author: 'Ada Lovelace',
  date: '2026-11-20T10:00:00+01:00',
  tags: ['requirement', 'policies'],
  ...extra,
});
const feed = (items: readonly FeedItem[]): Feed => ({
  title: 'Changes',
  homeUrl: 'https://example.com/changes/',
  feedUrl: 'https://example.com/changes/feed.xml',
  items,
});

describe('an Atom feed', () => {
  test('has what RFC 4287 asks for', () => {
    expect(atomFeed(feed([item(), item({ date: '2026-11-20T09:30:00Z', tags: [] })]))).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <title>Changes</title>
      <id>https://example.com/changes/feed.xml</id>
      <link rel="self" type="application/atom+xml" href="https://example.com/changes/feed.xml"/>
      <link rel="alternate" type="text/html" href="https://example.com/changes/"/>
      <updated>2026-11-20T09:30:00Z</updated>
      <entry>
      <title>Counterfeit goods: Clause CF-1</title>
      <id>urn:uuid:00000000-0000-4000-8000-000000000001</id>
      <link rel="alternate" type="text/html" href="https://example.com/policies/counterfeit/history/#abc"/>
      <updated>2026-11-20T10:00:00+01:00</updated>
      <author><name>Ada Lovelace</name></author>
      <category term="requirement"/>
      <category term="policies"/>
      <summary>Clause CF-1: “is” to “must be”</summary>
      </entry>
      <entry>
      <title>Counterfeit goods: Clause CF-1</title>
      <id>urn:uuid:00000000-0000-4000-8000-000000000001</id>
      <link rel="alternate" type="text/html" href="https://example.com/policies/counterfeit/history/#abc"/>
      <updated>2026-11-20T09:30:00Z</updated>
      <author><name>Ada Lovelace</name></author>
      <summary>Clause CF-1: “is” to “must be”</summary>
      </entry>
      </feed>
      "
    `);
  });

  test('of nothing is still a feed', () => {
    expect(atomFeed(feed([]))).toContain('<updated>1970-01-01T00:00:00+00:00</updated>');
  });

  test('is as new as its newest item, whatever the offsets', () => {
    const dates = ['2026-11-20T10:00:00+02:00', '2026-11-20T09:00:00Z', '2026-11-19T23:59:59Z'];
    const text = atomFeed(feed(dates.map((date) => item({ date }))));
    expect(/<updated>(.*?)<\/updated>/.exec(text)?.[1]).toBe('2026-11-20T09:00:00Z');
  });
});

const hostile = [
  '</title><script>alert(1)</script>',
  ']]> <![CDATA[ <!-- -- --> <?xml ?> <!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]> &y; &#0; &nbsp;',
  '"quoted" \'twice\' & <tag a="b">',
  'bell\u0007 nul\u0000 esc\u001B \uFFFE \uFFFF lone \uD800 pair \u{1F600}',
  'line\nbreak\r\n\ttab \u2028 \u0085',
];

describe('feeds of hostile items', () => {
  const items = hostile.map((text) =>
    item({ id: text, url: text, title: text, summary: text, author: text, tags: [text] }),
  );

  test('are XML of their own elements and of nothing else', () => {
    const text = atomFeed({
      title: hostile.join(''),
      homeUrl: hostile[2] ?? '',
      feedUrl: hostile[0] ?? '',
      items,
    });
    const names = new Set(Array.from(text.matchAll(/<[/?]?([^\s/>?]+)/g), ([, name]) => name));
    expect([...names].sort()).toEqual(
      [
        'xml',
        'feed',
        'title',
        'id',
        'link',
        'updated',
        'entry',
        'author',
        'name',
        'category',
        'summary',
      ].sort(),
    );
    // What XML 1.0 allows, and of references those to the five characters that are written so.
    expect(text).toMatch(/^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u);
    expect(new Set(text.match(/&[^;]*;?/g))).toEqual(new Set(['&#38;', '&#60;', '&#62;', '&#34;', '&#39;']));
    expect(text.isWellFormed()).toBe(true);
  });

  test('are JSON Feed 1.1 that gives back what was said', () => {
    const { items: read, ...rest } = JSON.parse(jsonFeed(feed(items)));
    expect(rest).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Changes',
      home_page_url: 'https://example.com/changes/',
      feed_url: 'https://example.com/changes/feed.xml',
    });
    expect(read).toEqual(
      hostile.map((text) => ({
        id: text,
        url: text,
        title: text,
        content_text: text,
        date_published: '2026-11-20T10:00:00+01:00',
        authors: [{ name: text }],
        tags: [text],
      })),
    );
  });
});
