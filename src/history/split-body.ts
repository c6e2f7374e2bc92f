/** One section of a body: its `## ` heading and everything up to the next one. */
export interface Section {
  /** What stands in the heading; of a clause, without its code. */
  title: string;
  /** Text below the heading, without the blank lines around it. */
  text: string;
}

/** Key of what stands before the first section. */
export const preamble = '';

/**
 * Sections of a body in their order, by the code of a clause (`CF-2`) or else by their heading;
 * the text before the first one has the key ''. A heading inside a fence is text.
 */
export function splitBody(body: string): Map<string, Section> {
  const sections = new Map<string, Section>();
  let key = preamble;
  let title = '';
  let start = 0;
  let fence: string | undefined;
  const close = (end: number) => sections.set(key, { title, text: trimLines(body.slice(start, end)) });
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\n', at);
    const next = end < 0 ? body.length : end + 1;
    const mark = fenceMark.exec(body.slice(at, Math.min(next, at + 80)))?.[1];
    if (mark && (fence === undefined || (mark[0] === fence[0] && mark.length >= fence.length))) {
      fence = fence === undefined ? mark : undefined;
    } else if (fence === undefined && body.startsWith('## ', at)) {
      close(at);
      const heading = body.slice(at + 3, end < 0 ? body.length : end).trim();
      const clause = /^([A-Z]{2,4}-[1-9]\d?)(?:\s+(.*))?$/.exec(heading);
      key = unused(clause?.[1] ?? heading, sections);
      title = clause ? (clause[2] ?? '') : heading;
      start = next;
    }
    at = next;
  }
  close(body.length);
  return sections;
}

/** Whether the key of a section is the code of a clause. */
export const isClause = (key: string): boolean => /^[A-Z]{2,4}-[1-9]\d?$/.test(key);

const fenceMark = /^ {0,3}(`{3,}|~{3,})/;

const trimLines = (text: string): string => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();

function unused(key: string, sections: ReadonlyMap<string, Section>): string {
  let name = key || '(untitled)';
  for (let count = 2; sections.has(name); count++) name = `${key} (${count})`;
  return name;
}
