/** Text of a commit without e-mail addresses: `Approved-by: Jo <jo@example.com>` keeps the name, any other is veiled. */
export const withoutAddresses = (text: string): string =>
  text.includes('@') ? text.replace(/[ \t]*<[^<>\s]*@[^<>\s]*>/g, '').replace(address, '[e-mail]') : text;

/** The name of a person; where somebody gave an address for a name, the part before the @. */
export const nameWithoutAddress = (name: string): string =>
  name.includes('@')
    ? name.replace(/[<>]/g, '').replace(address, (found) => found.slice(0, found.indexOf('@')))
    : name;

const address = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
