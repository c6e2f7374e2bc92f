import { readPast } from '#site/past.ts';
import { siteSource } from '#site/site-source.ts';
import { asOfData } from '#site/views/as-of.ts';

/** Every text with its days, for the page that answers for any day. */
export const GET = async (): Promise<Response> => Response.json(asOfData(siteSource(), await readPast()));
