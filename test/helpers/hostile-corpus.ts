import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#repository/playbook-root.ts';
import { type ContentType, contentTypeNames } from '#schemas/index.ts';
import { type BodyAttack, bodyAttacks } from './hostile-bodies.ts';
import { fieldAttacks, hostileDays, hostileTitles } from './hostile-fields.ts';

/** One file that somebody may try to bring in. */
export interface HostileFile {
  /** What it tries and where: `link in a table of policies`. */
  name: string;
  /** From the playbook root. */
  path: string;
  bytes: Uint8Array;
  /** What the rules are called, one of which tells it. */
  rules: RegExp;
  /** The lines between which what is hostile in it is told; undefined where that is the file. */
  lines: readonly [first: number, last: number] | undefined;
}

/** Where in a body an attack may stand, and what comes before it and behind it. */
const places: readonly (readonly [
  name: string,
  before: string,
  after: string,
  reach: BodyAttack['reach'],
])[] = [
  ['alone', '\n', '\n', 'top'],
  ['behind a heading', '\n## More\n', '\n', 'top'],
  ['in a quote', '\n> ', '\n', 'block'],
  ['in a list', '\n- One.\n- ', '\n', 'block'],
  ['in a list in a quote', '\n> - One.\n>   - ', '\n', 'block'],
  ['in a component', '\n<Note kind="tip">\n\n', '\n\n</Note>\n', 'block'],
  ['in a sentence', '\nThe words before ', ' and behind.\n', 'inline'],
  ['in a second line', '\nThe words before\n', ' and behind.\n', 'inline'],
  ['in a heading', '\n## More on ', '\n', 'inline'],
  ['in a table', '\n| One | Two |\n| --- | --- |\n| ', ' | Text. |\n', 'inline'],
  ['in strong text', '\n**The words ', ' and behind.**\n', 'inline'],
  ['in emphasis in a list', '\n- *The words ', ' and behind.*\n', 'inline'],
  ['behind code', '\nThe `code` ', '\n', 'inline'],
];

/** Which attacks work in a place: one that needs a line of its own works in no sentence. */
const reaches: Readonly<Record<BodyAttack['reach'], readonly BodyAttack['reach'][]>> = {
  top: ['top'],
  block: ['top', 'block'],
  inline: ['top', 'block', 'inline'],
};

/** Where in frontmatter an attack may stand: in front of the line that the pattern finds. */
const fieldPlaces: readonly (readonly [name: string, before: RegExp])[] = [
  ['as the first field', /^(?=title:)/m],
  ['between fields', /^(?=status:)/m],
  ['as the last field', /^(?=---\n)/m],
];

/** What programs, disks and senders make of a text. */
const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'a byte order mark': (text) => Buffer.from(`\uFEFF${text}`),
  'carriage returns': (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  'carriage returns alone': (text) => Buffer.from(text.replaceAll('\n', '\r')),
  'UTF-16 LE': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 BE': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'Latin-1': (text) => Buffer.from(`${text}\nCaf\xE9.\n`, 'latin1'),
  'bytes that are cut': (text) => Buffer.from(`${text}\nCaf\xE9`).subarray(0, -1),
  'an overlong slash': (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xc0, 0xaf, 0x0a])]),
  'a lone surrogate': (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xed, 0xa0, 0x80, 0x0a])]),
  'a code point that is none': (text) =>
    Buffer.concat([Buffer.from(text), Buffer.from([0xf4, 0x90, 0x80, 0x80])]),
  'normal form D': (text) => Buffer.from(`${text}\nCaf\xE9.\n`.normalize('NFD')),
  'a NUL at the end': (text) => Buffer.from(`${text}\0`),
  'line separators': (text) => Buffer.from(text.replace(/\n(?=[^\n]*$)/, '\u2028')),
  'zeros to the largest size': (text) => Buffer.concat([Buffer.from(text), Buffer.alloc(262_145)]),
};

/** What may stand in the place of the line that opens or closes frontmatter. */
const fences: Readonly<Record<string, (text: string) => string>> = {
  'no fence at all': (text) => text.replaceAll(/^---\n/gm, ''),
  'no first fence': (text) => text.replace('---\n', ''),
  'no second fence': (text) => text.replace(/\n---\n/, '\n'),
  'a fence of plus signs': (text) => text.replaceAll(/^---\n/gm, '+++\n'),
  'a fence of semicolons': (text) => text.replaceAll(/^---\n/gm, ';;;\n'),
  'a fence with a language': (text) => text.replace('---\n', '---js\n'),
  'a fence with a space': (text) => text.replace('---\n', '--- \n'),
  'a fence of four signs': (text) => text.replace('---\n', '----\n'),
  'a line before it': (text) => `\n${text}`,
  'code before it': (text) => `import 'node:fs'\n${text}`,
  'a fence that is indented': (text) => text.replace(/\n---\n/, '\n ---\n'),
  'an end without a line break': (text) => text.replace(/\n---\n[\s\S]*$/, '\n---'),
  'nothing between': () => '---\n---\n\nText.\n',
  'nothing at all': () => '',
  'a line break alone': () => '\n',
};

/** Names that no file under content/ may have. */
const names: readonly string[] = [
  'glossary/Upper.mdx',
  'glossary/a_b.mdx',
  'glossary/a--b.mdx',
  'glossary/-a.mdx',
  'glossary/a b.mdx',
  'glossary/caf\xE9.mdx',
  'glossary/cafe\u0301.mdx',
  'glossary/p\u0430ypal.mdx',
  'glossary/a\u202Exdm.mdx',
  'glossary/a\u200B.mdx',
  'glossary/a\nb.mdx',
  'glossary/a\x1b[8m.mdx',
  'glossary/..mdx',
  'glossary/.mdx',
  'glossary/.env',
  'glossary/.htaccess',
  'glossary/a.md',
  'glossary/a.MDX',
  'glossary/a.mdx.bak',
  'glossary/a.mdx~',
  'glossary/a.de.mdx',
  'glossary/a.html',
  'glossary/a.js',
  'glossary/a.mjs',
  'glossary/a.ts',
  'glossary/a.astro',
  'glossary/a.svg',
  'glossary/a.json',
  'glossary/a.yaml',
  'glossary/a.avif',
  'glossary/a.jpeg',
  'glossary/a.PNG',
  'glossary/a',
  'glossary/deeper/a.mdx',
  'glossary/constructor.md',
  'pages/a.mdx',
  'pages/index.astro',
  '__proto__/a.mdx',
  'constructor/a.mdx',
  'a.mdx',
  'index.mdx',
  'config.ts',
  'package.json',
  'organisation.yml',
  'Organisation.yaml',
  'node_modules/x/index.js',
  '.git-hooks/post-checkout',
];

/** A short entry of a type, as it is shipped. */
const bases: ReadonlyMap<ContentType, string> = new Map(
  contentTypeNames.map((type) => {
    const texts = globSync(`content/${type}/*.mdx`, { cwd: projectRoot })
      .sort()
      .map((path) => readFileSync(join(projectRoot, path), 'utf8'));
    const [shortest = ''] = texts.sort((a, b) => a.length - b.length);
    return [type, shortest];
  }),
);

/**
 * Every attack in every place where it works, in an entry of some type, or with `everyType` of each; then odd fences,
 * encodings and names. The same at every run.
 */
export function hostileCorpus({ everyType = false } = {}): HostileFile[] {
  const files: HostileFile[] = [];
  const typesFor = () =>
    everyType ? contentTypeNames : [contentTypeNames[files.length % contentTypeNames.length] as ContentType];
  const add = (type: ContentType, file: Omit<HostileFile, 'path' | 'name'> & { name: string }) =>
    files.push({
      ...file,
      name: `${file.name} of ${type}`,
      path: `content/${type}/hostile-${files.length}.mdx`,
    });
  const edit = (name: string, rules: RegExp, change: (base: string) => Edit) => {
    for (const type of typesFor()) {
      const base = bases.get(type) ?? '';
      const { before, hostile, after } = change(base);
      add(type, {
        name,
        rules,
        bytes: Buffer.from(before + hostile + after),
        lines: linesOf(before, hostile),
      });
    }
  };

  for (const { kind, text, rules, reach } of bodyAttacks) {
    for (const [place, before, after, needs] of places) {
      if (!reaches[reach].includes(needs) || (place === 'in a table' && /[|\n]/.test(text))) continue;
      const further = before.includes('> ') ? '\n> ' : before.includes('- ') ? '\n  ' : '\n';
      const hostile = text.replaceAll('\n', further);
      edit(`${kind} ${place}`, rules, (base) => ({ before: base + before, hostile, after }));
    }
  }
  for (const { kind, text, rules } of fieldAttacks) {
    for (const [place, before] of fieldPlaces) {
      edit(`${kind} ${place}`, rules, (base) => {
        const at = 4 + (base.slice(4).match(before)?.index ?? 0);
        return { before: base.slice(0, at), hostile: text, after: `\n${base.slice(at)}` };
      });
    }
  }
  const values = [
    ['title', hostileTitles],
    ['effective', hostileDays],
  ] as const;
  for (const [field, texts] of values) {
    for (const text of texts) {
      edit(`value of ${field}`, /^(?:yaml-|schema-|bytes-)/, (base) => {
        const at = base.indexOf(`\n${field}: `) + 1;
        const end = base.indexOf('\n', at);
        return { before: base.slice(0, at), hostile: `${field}: ${text}`, after: base.slice(end) };
      });
    }
  }
  for (const [name, change] of Object.entries(fences)) {
    for (const type of typesFor())
      add(type, {
        name,
        rules: /^(?:yaml-|schema-)/,
        bytes: Buffer.from(change(bases.get(type) ?? '')),
        lines: undefined,
      });
  }
  for (const [name, encode] of Object.entries(encodings)) {
    for (const type of contentTypeNames)
      add(type, {
        name,
        rules: /^(?:bytes-|file-)/,
        bytes: encode(bases.get(type) ?? ''),
        lines: undefined,
      });
  }
  const text = Buffer.from(bases.get('glossary') ?? '');
  for (const name of names)
    files.push({ name: 'a name', path: `content/${name}`, bytes: text, rules: /^file-/, lines: undefined });
  return files;
}

/** A text, with what is hostile in it. */
interface Edit {
  before: string;
  hostile: string;
  after: string;
}

function linesOf(before: string, hostile: string): [first: number, last: number] {
  const first = before.split('\n').length;
  // What is never closed is told where what holds it ends.
  return [first - 2, first + hostile.split('\n').length + 1];
}
