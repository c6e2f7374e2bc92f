import { mixedScripts } from './mixed-script.ts';
import { quote } from './quote.ts';

/** What is wrong with an address. */
export type AddressFinding = [
  rule: 'link-scheme' | 'link-path' | 'link-host' | 'link-encoding',
  message: string,
  hint: string,
];

const pathExample = 'Write a path such as `/policies/counterfeit/`';

/** Why content may not link to an address (entities decoded), or undefined where it may. */
export function checkAddress(written: string): AddressFinding | undefined {
  // Browsers drop these before they read the scheme: `java\tscript:`.
  const url = written.replace(/[\p{Cc}\s]/gu, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme && scheme !== 'https' && scheme !== 'mailto') return schemeFinding(scheme, url, written);
  const encoding = encodingFinding(url, written);
  if (encoding) return encoding;
  if (scheme === 'https') return hostFinding(url);
  return scheme === 'mailto' ? mailFinding(url) : siteFinding(url);
}

function schemeFinding(scheme: string, url: string, written: string): AddressFinding {
  const message = `Unexpected address ${quote(written)}, expected \`https:\`, \`mailto:\`, a path of this site or an anchor`;
  const hint =
    scheme === 'http'
      ? `Write ${quote(`https${url.slice(4)}`)}.`
      : `Addresses with ${quote(`${scheme}:`)} are refused.`;
  return ['link-scheme', message, hint];
}

function encodingFinding(url: string, written: string): AddressFinding | undefined {
  if (url === '') return ['link-encoding', 'Unexpected empty address, expected one', `${pathExample}.`];
  if (url !== written) {
    const message = `Unexpected space or control character in ${quote(written)}, expected an address without`;
    return ['link-encoding', message, 'Write a space as `%20`, or take it out.'];
  }
  if (url.includes('\\')) {
    return [
      'link-encoding',
      `Unexpected backslash in ${quote(written)}, expected \`/\``,
      'Write `/` for it.',
    ];
  }
  if (decoded(url) === undefined || /%(?:[01][0-9a-f]|5c|7f)/i.test(url)) {
    const message = `Unexpected \`%\` in ${quote(written)}, expected \`%\` and the code of a character that can be seen`;
    return ['link-encoding', message, 'Write a percent sign as `%25`.'];
  }
  return undefined;
}

function hostFinding(url: string): AddressFinding | undefined {
  const parsed = URL.parse(url);
  const host = /^https:\/\/([^/?#]+)/i.exec(url)?.[1];
  if (!parsed || !host) {
    const message = `Unexpected address ${quote(url)}, expected \`https://\` and a host`;
    return ['link-host', message, parsed ? `Write ${quote(parsed.href)}.` : 'Write `https://example.com/`.'];
  }
  if (parsed.username || parsed.password || host.includes('@')) {
    const message = `Unexpected credentials in ${quote(url)}, expected the host alone`;
    return [
      'link-host',
      message,
      `Write ${quote(`https://${parsed.host}${parsed.pathname}`)} if that host is meant.`,
    ];
  }
  if (/(?:^|\.)xn--/i.test(parsed.hostname) || [...mixedScripts(host)].length > 0) {
    const message = `Unexpected host ${quote(host)}, expected one in plain letters: it is reached as ${quote(parsed.host)}`;
    return ['link-host', message, 'Link to a page on a host in plain letters.'];
  }
  if (host.toLowerCase().replace(/:443$/, '') !== parsed.host) {
    const message = `Unexpected host ${quote(host)}, expected it as it is reached: ${quote(parsed.host)}`;
    return ['link-host', message, `Write ${quote(parsed.href)}.`];
  }
  return undefined;
}

function mailFinding(url: string): AddressFinding | undefined {
  if (/^mailto:[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(url) && !/[@.]xn--/i.test(url)) return undefined;
  const message = `Unexpected address ${quote(url)}, expected one e-mail address in plain letters and nothing else`;
  return ['link-scheme', message, 'Write `mailto:appeals@example.com`.'];
}

/** A base with which nothing resolves by accident. */
const site = 'https://site.invalid';

function siteFinding(url: string): AddressFinding | undefined {
  const [, path = '', query, fragment] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  if (fragment === '#') {
    return [
      'link-path',
      `Unexpected empty anchor in ${quote(url)}, expected one`,
      'Write `#` and the anchor of a heading, such as `#cf-2`.',
    ];
  }
  if (query !== undefined) {
    const message = `Unexpected ${quote(query)} in ${quote(url)}, expected a path and an anchor alone`;
    return ['link-path', message, `Write ${quote(path + (fragment ?? ''))}.`];
  }
  if (path === '') return undefined;
  if (path.startsWith('//')) {
    const message = `Unexpected address ${quote(url)}, expected a path that begins with a single \`/\``;
    return ['link-path', message, `${pathExample}, or ${quote(`https:${url}`)}.`];
  }
  if (!path.startsWith('/')) {
    const message = `Unexpected address ${quote(url)}, expected a path from the root of the site`;
    return ['link-path', message, `${pathExample}, or \`https://\` before a host.`];
  }
  const resolved = URL.parse(path, site);
  const plain = decoded(path);
  if (resolved?.origin === site && decoded(resolved.pathname) === plain && !plain?.includes('//'))
    return undefined;
  return [
    'link-path',
    `Unexpected path ${quote(url)}, expected one without \`.\`, \`..\` and \`//\``,
    `${pathExample}.`,
  ];
}

/** Text with its percent codes decoded; undefined where they are broken. */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
