/** Text of a commit without e-mail addresses: `Approved-by: Jo <jo@example.com>` keeps the name, any other is veiled. */
export const withoutAddresses = (text: string): string =>
  text.includes('@') ? text.replace(inBrackets, '').replace(address, '[e-mail]') : text;

/** The name of a person; where somebody gave an address for a name, the part before the @. */
export const nameWithoutAddress = (name: string): string =>
  name.includes('@')
    ? name.replace(/[<>]/g, '').replace(address, (found) => found.slice(0, found.indexOf('@')))
    : name;

/** Not what has a colon or a slash: `<https://example.com/@jo>` is a link. */
const inBrackets = /[ \t]?<[^<>\s@:/]*@[^<>\s]*>/g;

/** As long as RFC 5321 lets the parts be: without an end, a long word would be tried from each of its letters. */
const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu;
