import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { imagesOf } from '#site/render/images.ts';
import { siteSource } from '#site/site-source.ts';

/** Images that stand beside an entry, at the address of their folder. */
export const getStaticPaths = (() => {
  const { playbook, root } = siteSource();
  return imagesOf(playbook).map(({ file, path }) => {
    const [, type, image] = path.split('/');
    return { params: { type, image }, props: { file: `${root}/${file}` } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ file: string }> = async ({ props }) =>
  new Response(new Uint8Array(await readFile(props.file)));
