import { z } from 'zod';
import { textFields } from './macro.ts';

/** A stretch of text that several macros include; one edit changes them all. The body is the text. */
export const passage = z.strictObject(textFields);
