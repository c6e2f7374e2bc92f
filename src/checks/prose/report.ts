import type { Point } from 'unist';
import type { VFile } from 'vfile';

/** A message costs a stack trace; a hostile file must not cost a second, and only 20 of each rule are shown. */
const most = 2_000;

/** Adds a message to a file: "Unexpected X, expected Y" at a point, and below it what to do. */
export function report(file: VFile, place: Point, message: string, hint: string): void {
  if (file.messages.length < most) file.message(message, { place }).note = hint;
}
