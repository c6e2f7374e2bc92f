/** What some version of YAML makes of an unquoted scalar. */
export type Reading = 'boolean' | 'null' | 'number' | 'date';

/** Types of YAML 1.1 (https://yaml.org/type/) and of the 1.2 core schema together. */
const readings: readonly (readonly [Reading, RegExp])[] = [
  ['boolean', /^(?:[yYnN]|[yY]es|YES|[nN]o|NO|[oO]n|ON|[oO]ff|OFF|[tT]rue|TRUE|[fF]alse|FALSE)$/],
  ['null', /^(?:~|[nN]ull|NULL)$/],
  ['date', /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ].*)?$/],
  ['number', /^[-+]?(?:0b[01_]+|0o[0-7_]+|0x[\da-f_]+|\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?)$/i],
  ['number', /^[-+]?(?:\.\d[\d_]*|\d[\d_]*(?:\.[\d_]*)?)(?:e[-+]?\d+)?$/i],
  ['number', /^[-+]?\.inf$|^\.nan$/i],
];

/** What another reader of YAML would take an unquoted scalar for, or undefined where all read text. */
export const readingOf = (text: string): Reading | undefined =>
  readings.find(([, pattern]) => pattern.test(text))?.[0];
