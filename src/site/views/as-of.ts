import { playbookFiles } from '#history/entry-files.ts';
import type { DatedText } from '#history/in-force.ts';
import { isDocument } from '#history/weights.ts';
import { shortCommit } from '#playbook/paths.ts';
import { contentTypeNames, contentTypes } from '#schemas/index.ts';
import type { AsOfData, AsOfText } from '../as-of-answer.ts';
import type { Past, PastEntry } from '../past.ts';
import type { SiteSource } from '../site-source.ts';
import { fromKey } from '../words.ts';
import { changedEntry } from './changed-entry.ts';
import { fieldsIn } from './fields-in.ts';
import { dayOfTime } from './history.ts';

/** Everything that the page of a day is answered from. */
export function asOfData(source: SiteSource, past: Past): AsOfData {
  const { state, today, knownSince, timeZone } = past;
  const { idOf } = playbookFiles(state.known ? state.prefix : '');
  const entries = [...past.entries].filter(([id]) => !isDocument(id));
  const recorded = entries.flatMap(([, { periods }]) => periods.at(-1)?.text.recordedOn ?? []);
  return {
    today,
    from: knownSince === undefined ? recorded.sort()[0] : dayOfTime(knownSince, timeZone),
    cut: knownSince !== undefined,
    sections: contentTypeNames.map((type) => ({ folder: type, label: fromKey(contentTypes[type].plural) })),
    entries: entries.map(([id, entry]) => {
      const { text: title, code } = changedEntry(source, past, id);
      return {
        id,
        title,
        ...(code && { code }),
        texts: entry.periods.map(({ text, from }) => asOfText(text, from, { past, id, title, entry, idOf })),
      };
    }),
  };
}

interface Now {
  past: Past;
  id: string;
  title: string;
  entry: PastEntry;
  idOf: (path: string) => string | undefined;
}

function asOfText(text: DatedText, from: string, { past, id, title, entry, idOf }: Now): AsOfText {
  const { commit, recordedOn, blob, status, path } = text;
  const idThen = idOf(path);
  const cut =
    past.knownSince !== undefined && !entry.told.revisions.some((revision) => revision.commit === commit);
  const titleThen = blob === '' ? undefined : fieldsIn(entry.textOf(blob))('title');
  return {
    commit: shortCommit(commit),
    recorded: recordedOn,
    ...(from !== recordedOn && { from }),
    ...(cut && { cut }),
    ...(blob === '' ? { not: 'removed' as const } : notInForce(status)),
    ...(idThen !== undefined && idThen !== id && { id: idThen }),
    ...(titleThen !== undefined && titleThen !== title && { title: titleThen }),
  };
}

const notInForce = (status: string): Pick<AsOfText, 'not'> =>
  status === 'active' ? {} : { not: status === 'draft' ? 'draft' : 'retired' };
