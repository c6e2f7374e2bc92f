/** Characters that would act on a terminal or not be seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]|\p{Default_Ignorable_Code_Point}/gu;

/** `U+200B`, the way Unicode names a character. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Text from a file made safe to print: what cannot be seen is spelled out as `\u{200B}`. */
export const visible = (text: string): string =>
  text.replace(unseen, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);

/** Text from a file as an issue quotes it: safe to print, in backticks, at most 60 characters. */
export function quote(text: string): string {
  const oneLine = text.slice(0, 200).replace(/\s+/g, ' ');
  const characters = [...visible(oneLine)];
  return `\`${characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : characters.join('')}\``;
}
