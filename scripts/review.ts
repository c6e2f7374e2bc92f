import { reviewJson } from '#report/review-json.ts';
import { reviewMarkdown } from '#report/review-markdown.ts';
import { reviewText } from '#report/review-text.ts';
import { playbookRoot } from '#repository/playbook-root.ts';
import { command } from './command.ts';
import { reviewRange } from './review-range.ts';

const usage = `npm run review -- --base <ref> [--head <ref> | --worktree] [--root <folder>] [--format text|markdown|json]

Tells what a change does before anybody approves it: which cases end differently, which precedents it overturns, which
macros it makes stale, what the text says now, and who has to look. The change begins where both sides parted (the
merge base of base and head) and ends at --head, HEAD unless told, or with --worktree in the folder as it stands.
A range that overturns a precedent says so in a commit message, in its last paragraph:
  Overturns: precedents/<slug>
  Approved-by: <somebody who may approve precedents and is no author of the range>
and sets \`overturnedBy\` in the precedent. Trailers are what their author claims.
Exit 0: clean, or something to look at; 1: blocked, it may not be merged as it stands; 2: the tool failed.`;

const formats = { text: reviewText, markdown: reviewMarkdown, json: reviewJson };

await command(
  usage,
  {
    base: { type: 'string' },
    head: { type: 'string' },
    worktree: { type: 'boolean', default: false },
    root: { type: 'string' },
    format: { type: 'string', default: 'text' },
  },
  async ({ values, positionals }) => {
    const { base, worktree } = values;
    const write = Object.hasOwn(formats, values.format)
      ? formats[values.format as keyof typeof formats]
      : undefined;
    if (base === undefined || positionals.length > 0 || (worktree && values.head !== undefined)) {
      console.error(usage);
      return 2;
    }
    if (!write) {
      const known = Object.keys(formats).join(', ');
      console.error(`Unexpected format \`${values.format}\`, expected one of ${known}`);
      return 2;
    }
    const root = playbookRoot(values.root);
    const slow = setTimeout(() => console.error('Reading both sides of the change …'), 2_000);
    try {
      const review = await reviewRange(root, { base, head: values.head ?? 'HEAD', worktree });
      console.log(write(review));
      return review.verdict.level === 'blocked' ? 1 : 0;
    } finally {
      clearTimeout(slow);
    }
  },
);
