import type { GateRule } from '../rule.ts';

/** Rules for names, kinds and sizes of the files under content/. */
export const fileRules = {
  'file-folder': {
    explains:
      'Folders under content/ are the content types and nothing else, because a folder is a type and an address.',
    example: 'path',
    bad: 'content/policy/counterfeit.mdx',
    good: 'content/policies/counterfeit.mdx',
  },
  'file-name': {
    explains:
      'Names are lower-case letters, digits and single hyphens, because a name is an address and must be the same on every computer.',
    example: 'path',
    bad: 'content/policies/Counterfeit_Goods.mdx',
    good: 'content/policies/counterfeit-goods.mdx',
  },
  'file-kind': {
    explains:
      'Only entries, their images and organisation.yaml stand under content/, because nothing else is read and checked.',
    example: 'path',
    bad: 'content/policies/counterfeit.html',
    good: 'content/policies/counterfeit.mdx',
  },
  'file-link': {
    explains:
      'Links and submodules are refused, because they bring in what no review of this repository has seen.',
    example: 'path',
    bad: 'content/policies/counterfeit.mdx -> ../../secret',
    good: 'content/policies/counterfeit.mdx',
  },
  'file-collision': {
    explains:
      'Two names differ in more than capitals or the encoding of accents, because some disks keep only one of them.',
    example: 'path',
    bad: 'content/policies/Fakes.mdx content/policies/fakes.mdx',
    good: 'content/policies/fakes.mdx content/policies/replicas.mdx',
  },
  'file-too-large': {
    explains:
      'Text is at most 256 KiB and an image at most 1 MiB, because larger files stall the checks and the reader.',
    example: 'path',
    bad: 'content/policies/counterfeit.mdx (300 KiB)',
    good: 'content/policies/counterfeit.mdx (20 KiB)',
  },
} as const satisfies Record<string, GateRule>;
