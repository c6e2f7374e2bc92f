/** A checklist as plain text for a case note: what was done is marked, what was not is not left out. */
export function checklistNote(heading: string, checks: readonly { done: boolean; text: string }[]): string {
  const done = checks.filter((check) => check.done).length;
  return [
    `${heading}: ${done} of ${checks.length} checks done`,
    ...checks.map(({ done, text }) => `[${done ? 'x' : ' '}] ${text}`),
  ].join('\n');
}
