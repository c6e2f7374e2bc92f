import type { GateRule } from '../rule.ts';

/** Rules for links and images of the body; whether a page or an anchor exists is checked with the whole playbook. */
export const linkRules = {
  'link-scheme': {
    explains:
      'Links lead to `https:`, `mailto:`, a path of this site or an anchor, because other addresses run code or are read on the way.',
    example: 'body',
    bad: '[Pay](javascript:pay())',
    good: '[Pay](https://example.com/pay)',
  },
  'link-path': {
    explains:
      'A link inside the site is a path from its root or an anchor, because a relative one breaks when a file moves.',
    example: 'body',
    bad: '[Policy](../policies/counterfeit.mdx)',
    good: '[Policy](/policies/counterfeit/)',
  },
  'link-host': {
    explains:
      'The host of a link is written in plain letters and as it is reached, because look-alikes and hidden credentials deceive.',
    example: 'body',
    bad: '[Bank](https://bank.example@evil.example/)',
    good: '[Bank](https://bank.example/)',
  },
  'link-encoding': {
    explains:
      'Addresses have no spaces, backslashes, control characters or broken percent signs, because programs read them differently.',
    example: 'body',
    bad: '[Rates](/policies/100%/)',
    good: '[Rates](/policies/100%25/)',
  },
  'image-path': {
    explains:
      'An image is a PNG, JPEG, WebP or GIF beside the entry, named `./name.png`, because anything else can load or run what nobody reviewed.',
    example: 'body',
    bad: '![Hologram](../../secret.png?raw)',
    good: '![Hologram](./hologram.png)',
  },
  'image-missing': {
    explains: 'An image that is shown exists.',
    example: 'body',
    bad: '![Hologram](./holo.png)',
    good: '![Hologram](./hologram.png)',
  },
  'image-content': {
    explains:
      'An image is what its name says, because a program is chosen by the name and hurt by the content.',
    example: 'body',
    bad: '![Hologram](./script-named.png)',
    good: '![Hologram](./hologram.png)',
  },
  'image-description': {
    explains: 'An image has a description, because some reviewers do not see it.',
    example: 'body',
    bad: '![](./hologram.png)',
    good: '![A hologram with two layers](./hologram.png)',
  },
} as const satisfies Record<string, GateRule>;
