import { expect, test } from 'vitest';
import { checkFileNames, type FoundFile, isEntryFile } from '#repository/gate/file-names.ts';
import { contentTypeNames } from '#schemas/index.ts';

const file = (path: string, size = 100): FoundFile => ({ path, kind: 'file', size });
const directory = (path: string): FoundFile => ({ path, kind: 'directory', size: 0 });
const found = (...files: FoundFile[]) =>
  checkFileNames(files).map(
    ({ file, line, column, rule, message, hint }) => `${file}:${line}:${column} ${rule} ${message} | ${hint}`,
  );

test('an entry of every type, pictures beside it and the named YAML files are accepted', () => {
  const files = contentTypeNames.flatMap((type) => [
    directory(`content/${type}`),
    file(`content/${type}/supplier-invoice-2.mdx`),
    ...['png', 'jpg', 'webp', 'gif'].map((ending) => file(`content/${type}/hologram.${ending}`, 1024 * 1024)),
  ]);
  expect(found(...files, file('content/organisation.yaml'))).toEqual([]);
});

test.each([
  ['content/policies/counterfeit.mdx', true],
  ['content/glossary/a.mdx', true],
  ['content/policies/counterfeit.md', false],
  ['content/policies/Counterfeit.mdx', false],
  ['content/policies/a--b.mdx', false],
  ['content/policies/-a.mdx', false],
  ['content/policies/a/b.mdx', false],
  ['content/policy/a.mdx', false],
  ['content/a.mdx', false],
  ['src/content/policies/a.mdx', false],
  ['content/policies/a.mdx\n', false],
])('%j is an entry: %s', (path, expected) => {
  expect(isEntryFile(path)).toBe(expected);
});

test('what else is found is refused, in words', () => {
  const issues = found(
    directory('content/policy'),
    file('content/policy/a.mdx'),
    directory('content/policies'),
    directory('content/policies/old'),
    file('content/policies/old/a.mdx'),
    file('content/policies/Größe Nr. 1.mdx'),
    file('content/policies/a.md'),
    file('content/policies/a.MDX'),
    file('content/policies/a.jpeg'),
    file('content/policies/a.svg'),
    file('content/policies/.DS_Store'),
    file('content/policies/.mdx'),
    file('content/policies/\u001B[8m\u202Ea.mdx'),
    file('content/organization.yaml'),
    file('content/unlisted/a.mdx'),
    file('content/policies/long.mdx', 256 * 1024 + 1),
    file('content/policies/large.png', 1024 * 1024 + 1),
    { path: 'content/policies/link.mdx', kind: 'symlink', size: 10 },
    { path: 'content/macros', kind: 'submodule', size: 10 },
    file('content/macros/a.mdx'),
    { path: 'content/policies/pipe.mdx', kind: 'other', size: 0 },
  );
  expect(issues.join('\n')).toMatchInlineSnapshot(`
    "content/policy:0:0 file-folder Unexpected folder \`content/policy\`, expected the folder of a content type | The folders are \`policies\`, \`evidence-standards\`, \`decision-templates\`, \`macros\`, \`passages\`, \`procedures\`, \`escalation-paths\`, \`precedents\`, \`glossary\`.
    content/policies/old:0:0 file-folder Unexpected folder \`content/policies/old\`, expected no folder inside a content type | Move its entries up into \`content/policies/\`.
    content/policies/Größe Nr. 1.mdx:0:0 file-name Unexpected name \`Größe Nr. 1.mdx\`, expected lower-case letters, digits and single hyphens | Rename it to \`grosse-nr-1.mdx\`.
    content/policies/a.md:0:0 file-kind Unexpected file \`content/policies/a.md\`, expected an entry (.mdx) or an image (.png, .jpg, .webp, .gif) | Did you mean \`a.mdx\`?
    content/policies/a.MDX:0:0 file-kind Unexpected file \`content/policies/a.MDX\`, expected an entry (.mdx) or an image (.png, .jpg, .webp, .gif) | Did you mean \`a.mdx\`?
    content/policies/a.jpeg:0:0 file-kind Unexpected file \`content/policies/a.jpeg\`, expected an entry (.mdx) or an image (.png, .jpg, .webp, .gif) | Did you mean \`a.jpg\`?
    content/policies/a.svg:0:0 file-kind Unexpected file \`content/policies/a.svg\`, expected an entry (.mdx) or an image (.png, .jpg, .webp, .gif) | Remove it, or keep it outside of content/.
    content/policies/.DS_Store:0:0 file-kind Unexpected file \`content/policies/.DS_Store\`, expected an entry (.mdx) or an image (.png, .jpg, .webp, .gif) | Remove it, or keep it outside of content/.
    content/policies/.mdx:0:0 file-kind Unexpected file \`content/policies/.mdx\`, expected an entry (.mdx) or an image (.png, .jpg, .webp, .gif) | Remove it, or keep it outside of content/.
    content/policies/\\u{1B}[8m\\u{202E}a.mdx:0:0 file-name Unexpected name \`\\u{1B}[8m\\u{202E}a.mdx\`, expected lower-case letters, digits and single hyphens | Rename it to \`8m-a.mdx\`.
    content/organization.yaml:0:0 file-kind Unexpected file \`content/organization.yaml\`, expected one of \`content/organisation.yaml\`, \`content/requirements.yaml\` | Did you mean \`content/organisation.yaml\`?
    content/unlisted/a.mdx:0:0 file-folder Unexpected folder \`content/unlisted\`, expected the folder of a content type | The folders are \`policies\`, \`evidence-standards\`, \`decision-templates\`, \`macros\`, \`passages\`, \`procedures\`, \`escalation-paths\`, \`precedents\`, \`glossary\`.
    content/policies/long.mdx:0:0 file-too-large Unexpected size of 257 KiB, expected at most 256 KiB | Split the entry into several and link them.
    content/policies/large.png:0:0 file-too-large Unexpected size of 1,025 KiB, expected at most 1,024 KiB | Save the image smaller; 1,600 pixels across are enough.
    content/policies/link.mdx:0:0 file-link Unexpected symbolic link \`content/policies/link.mdx\`, expected a file of this repository | Put the file itself there.
    content/macros:0:0 file-link Unexpected submodule \`content/macros\`, expected a file of this repository | Put the file itself there.
    content/policies/pipe.mdx:0:0 file-kind Unexpected device, pipe or socket \`content/policies/pipe.mdx\`, expected a file | Remove it."
  `);
});

test.each([
  [['content/policies/Fakes.mdx', 'content/policies/fakes.mdx'], 'content/policies/Fakes.mdx'],
  [['content/policies/fakes.mdx', 'content/policies/fakeS.mdx'], 'content/policies/fakeS.mdx'],
  [['content/policies/caf\u00E9.mdx', 'content/policies/cafe\u0301.mdx'], 'content/policies/cafe\u0301.mdx'],
  [['content/Policies/a.mdx', 'content/policies/a.mdx'], 'content/Policies/a.mdx'],
])('of %j one would be lost', (paths, odd) => {
  const collisions = checkFileNames(paths.map((path) => file(path))).filter(
    ({ rule }) => rule === 'file-collision',
  );
  expect(collisions.map((issue) => issue.file)).toEqual([odd]);
});
