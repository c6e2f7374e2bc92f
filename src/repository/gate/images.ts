import type { Image, Root } from 'mdast';
import type { Issue } from '#playbook/issue.ts';
import { nodesOf } from '#playbook/nodes.ts';
import { capped, problem, startOf } from './problem.ts';
import { quote } from './quote.ts';

/** The path that an image may have, with its ending. */
const imagePath = /^\.\/[a-z0-9]+(?:-[a-z0-9]+)*\.(png|jpg|webp|gif)$/;

/** Whether an image stands beside its entry by its address: `./name.png`. */
export const isBesideEntry = (url: string): boolean => imagePath.test(url);

/** How a file of each kind begins: offset and bytes. */
const signatures: Readonly<Record<string, readonly (readonly [at: number, text: string])[]>> = {
  png: [[0, '\x89PNG\r\n\x1A\n']],
  jpg: [[0, '\xFF\xD8\xFF']],
  webp: [
    [0, 'RIFF'],
    [8, 'WEBP'],
  ],
  gif: [[0, 'GIF8']],
};

/**
 * Images of a body that are not a picture beside the entry. `read` gives the bytes of `./name.png` seen from the
 * entry's folder, or undefined where there is no such file.
 */
export async function checkImages(
  tree: Root,
  file: string,
  read: (name: string) => Promise<Uint8Array | undefined>,
): Promise<Issue[]> {
  const images = nodesOf(tree).filter((node) => node.type === 'image');
  const issues = await Promise.all(images.map((image) => imageIssues(image, file, read)));
  return capped(issues.flat());
}

async function imageIssues(
  image: Image,
  file: string,
  read: (name: string) => Promise<Uint8Array | undefined>,
): Promise<Issue[]> {
  const at = startOf(image);
  const issues: Issue[] = [];
  if (!image.alt?.trim()) {
    issues.push(
      problem(
        file,
        at,
        'image-description',
        `Unexpected image ${quote(image.url)} without a description, expected one`,
        'Write what it shows between the brackets: `![A hologram with two layers](./name.png)`.',
      ),
    );
  }
  const ending = imagePath.exec(image.url)?.[1];
  if (!ending) {
    issues.push(
      problem(
        file,
        at,
        'image-path',
        `Unexpected image ${quote(image.url)}, expected \`./name.png\`, \`.jpg\`, \`.webp\` or \`.gif\` beside the entry`,
        'Put the picture into the folder of the entry and write `./` and its name.',
      ),
    );
    return issues;
  }
  const bytes = await read(image.url);
  if (!bytes) {
    issues.push(
      problem(
        file,
        at,
        'image-missing',
        `Unexpected image ${quote(image.url)}, expected a file beside the entry`,
        `Add ${quote(file.replace(/[^/]*$/, '') + image.url.slice(2))}, or correct the name.`,
      ),
    );
  } else if (!signatures[ending]?.every(([start, text]) => hasAt(bytes, start, text))) {
    issues.push(
      problem(
        file,
        at,
        'image-content',
        `Unexpected content of ${quote(image.url)}, expected a picture of the kind that \`.${ending}\` says`,
        'Save the picture again in that format; renaming a file does not change it.',
      ),
    );
  }
  return issues;
}

const hasAt = (bytes: Uint8Array, start: number, text: string): boolean =>
  bytes.length >= start + text.length &&
  [...text].every((character, index) => bytes[start + index] === character.charCodeAt(0));
