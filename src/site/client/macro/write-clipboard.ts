/**
 * Puts a text on the clipboard in several types at once, when it is ready; where it never is, the clipboard stays as it
 * was. The clipboard is asked for at once, because some browsers refuse once the key press is over.
 */
export async function writeClipboard(
  types: readonly ('text/html' | 'text/plain')[],
  ready: Promise<Partial<Record<string, string>>>,
): Promise<void> {
  const blobs = types.map(
    (type) => [type, ready.then((text) => new Blob([text[type] ?? ''], { type }))] as const,
  );
  for (const [, blob] of blobs) blob.catch(() => undefined);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  await ready;
}
