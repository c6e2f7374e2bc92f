/** The text of a message as data: small, free of source positions, the same in the build and in the browser. */
interface Text {
  type: 'text';
  value: string;
}

/** A blank, `{first_name}`; `fill` gives it the text that stands in its place and says where that came from. */
export interface VariableUse {
  type: 'variable';
  name: string;
  value?: string;
  /** The address to link to, for a value of type url. */
  href?: string;
  origin?: 'given' | 'default' | 'missing';
}

interface Emphasis {
  type: 'emphasis' | 'strong';
  children: Inline[];
}

interface Link {
  type: 'link';
  url: string;
  children: Inline[];
}

interface Break {
  type: 'break';
}

/** What a condition can ask about the case that is answered. */
export const conditionKeys = ['region', 'language', 'outcome', 'audience'] as const;
export type ConditionKey = (typeof conditionKeys)[number];

/** Holds where each key that it names has one of its values. */
export type Condition = Partial<Record<ConditionKey, readonly string[]>>;

/** `<When region="EU">`: text that only some readers get. */
export interface When<T> {
  type: 'when';
  on: Condition;
  children: T[];
}

/** `<Covers requirement="…">`: marks what a stretch fulfils and leaves no trace in what is sent. */
interface Covers<T> {
  type: 'covers';
  requirements: string[];
  children: T[];
}

export type Inline = Text | VariableUse | Emphasis | Link | Break | When<Inline> | Covers<Inline>;

interface Paragraph {
  type: 'paragraph';
  children: Inline[];
}

interface List {
  type: 'list';
  ordered: boolean;
  items: Block[][];
}

/** `<Passage id="redress-eu" />`: the text of that passage stands here. */
interface PassageUse {
  type: 'passage';
  id: string;
}

export type Block = Paragraph | List | PassageUse | When<Block> | Covers<Block>;

/** Any node of a message. */
export type TextNode = Inline | Block;

/** The nodes directly inside a node, in order. */
function childrenOf(node: TextNode): readonly TextNode[] {
  if (node.type === 'list') return node.items.flat();
  return 'children' in node ? node.children : [];
}

/** Visits nodes and all that is inside them, in order of reading. */
export function walk(nodes: readonly TextNode[], visit: (node: TextNode) => void): void {
  for (const node of nodes) {
    visit(node);
    walk(childrenOf(node), visit);
  }
}

/** Names of the variables in a text, each once, in order of reading. */
export function variablesIn(nodes: readonly TextNode[]): string[] {
  const names = new Set<string>();
  walk(nodes, (node) => {
    if (node.type === 'variable') names.add(node.name);
  });
  return [...names];
}

/** Whether part of a text stands under a condition that is still open. */
export function hasConditions(nodes: readonly TextNode[]): boolean {
  let found = false;
  walk(nodes, ({ type }) => {
    found ||= type === 'when';
  });
  return found;
}
