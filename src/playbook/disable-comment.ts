/** A line that silences one rule for the text below it, and says why. */
export interface DisableComment {
  rule: string;
  reason: string;
}

/** The words of it; no parentheses in the reason, because Markdown would end the line's title there. */
const words = /redress-disable-next-line ([a-z]+(?:-[a-z]+)*): (\S[^()]*)/.source;

/** In a body: a link definition that nothing refers to, which every renderer of Markdown leaves out. */
const inBody = new RegExp(`^([ \\t>]*)\\[//\\]: # \\(${words}\\)$`);

/** In frontmatter: a comment on a line of its own. */
const inFrontmatter = new RegExp(`^ *# ${words}$`);

/** Reads a line of a body, `[//]: # (redress-disable-next-line vague-word: The act says so.)`; undefined for any other. */
export function disableInBody(line: string): DisableComment | undefined {
  const [, , rule, reason] = inBody.exec(line) ?? [];
  return rule && reason ? { rule, reason } : undefined;
}

/** Reads a line of frontmatter, `# redress-disable-next-line vague-word: The act says so.`; undefined for any other. */
export function disableInFrontmatter(line: string): DisableComment | undefined {
  const [, rule, reason] = inFrontmatter.exec(line) ?? [];
  return rule && reason ? { rule, reason } : undefined;
}

/** A body in which such lines are blank, so that no parser sees them; every offset stays what it was. */
export const withoutDisables = (body: string): string =>
  body.includes('redress-disable')
    ? body
        .split('\n')
        // The signs of a quotation stay, or it would end here.
        .map((line) => line.replace(inBody, (_, signs: string) => signs.padEnd(line.length)))
        .join('\n')
    : body;
