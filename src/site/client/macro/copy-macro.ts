import type { Filled } from '#macros/fill.ts';
import { renderHtml } from '#macros/render-html.ts';
import { renderLine, renderText } from '#macros/render-text.ts';
import type { HelpdeskTexts } from '../../views/helpdesk-texts.ts';
import { type Freshness, freshness } from './freshness.ts';
import { writeClipboard } from './write-clipboard.ts';

/** What is copied: the message in both types, as plain text alone, its subject, or its text for a helpdesk. */
export type Copy = 'rich' | 'plain' | 'subject' | { helpdesk: string };

/** How a copy ended; `denied` where the browser does not give the clipboard. */
export type Copied =
  | Exclude<Freshness, { kind: 'refused' }>
  | { kind: 'refused'; reason: string }
  | { kind: 'denied' };

/** What is copied from, and where the playbook is asked. */
export interface CopySource {
  id: string;
  revision: string;
  region: string | undefined;
  filled: Filled;
  /** Address of the manifest. */
  manifest: string;
  /** Address of the texts for helpdesks. */
  helpdesks: string;
}

type Texts = Readonly<Record<'text/html' | 'text/plain', string>>;

/** Why a text did not reach the clipboard although the browser would have taken it. */
class Refused extends Error {}

/** Asks whether the text still holds, and only then lets exactly that text reach the clipboard. */
export async function copyMacro(copy: Copy, source: CopySource): Promise<Copied> {
  const asked = freshness(source.manifest, source.id, source.revision);
  const ready = asked.then(async (answer): Promise<Texts> => {
    if (answer.kind === 'refused') throw new Refused(answer.reason);
    return typeof copy === 'object' ? helpdeskText(copy.helpdesk, source) : textsOf(copy, source.filled);
  });
  try {
    await writeClipboard(
      copy === 'plain' || copy === 'subject' ? ['text/plain'] : ['text/html', 'text/plain'],
      ready,
    );
    return (await asked) as Exclude<Freshness, { kind: 'refused' }>;
  } catch {
    return ready.then(
      () => ({ kind: 'denied' }) as const,
      (error: unknown) => ({
        kind: 'refused',
        reason: error instanceof Refused ? error.message : 'The text could not be made.',
      }),
    );
  }
}

const textsOf = (copy: 'rich' | 'plain' | 'subject', { subject, text }: Filled): Texts =>
  copy === 'subject'
    ? { 'text/html': '', 'text/plain': renderLine(subject) }
    : { 'text/html': renderHtml(text), 'text/plain': renderText(text) };

/** The text with the placeholders of a helpdesk, as the exporter wrote it. */
async function helpdeskText(helpdesk: string, { helpdesks, revision, region }: CopySource): Promise<Texts> {
  const answer = await fetch(helpdesks).catch(() => undefined);
  if (!answer?.ok) throw new Refused('The texts for helpdesks cannot be reached now.');
  const found = (await answer.json()) as HelpdeskTexts;
  if (found.revision !== revision) throw new Refused('The approved text changed after this page was opened.');
  const texts = found.texts[helpdesk as keyof typeof found.texts] ?? [];
  const text = texts.find((one) => one.region === undefined || one.region === region);
  if (!text) throw new Refused('This helpdesk has no text for that region.');
  return { 'text/html': text.html ?? text.plain, 'text/plain': text.plain };
}
