import type { Macro } from '#schemas/macro.ts';

/**
 * The longest plain text of each channel, in characters, with the examples filled in. These are our own limits: an
 * e-mail of four pages is not read, in-app messages are cut in previews, and chat windows show a few lines.
 */
export const channelLimits: Readonly<Record<Macro['channel'], number>> = {
  email: 8_000,
  'in-app': 3_000,
  chat: 1_000,
};
