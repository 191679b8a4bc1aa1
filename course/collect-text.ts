/** The parts of an MDX syntax tree that carry text. */
interface TextNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: unknown;
  readonly depth?: number;
  readonly url?: string;
  readonly alt?: string | null;
  readonly attributes?: readonly TextNode[];
  readonly children?: readonly TextNode[];
  readonly position?: { readonly start: { readonly line: number } };
}

/** A stretch of text that is read in one go. Notes are what stands in the margin, labels the texts of attributes. */
export interface TextBlock {
  readonly kind: 'paragraph' | 'item' | 'quote' | 'cell' | 'heading' | 'note' | 'label';
  readonly line: number;
  readonly text: string;
}

/** What a reader of a lesson reads, with lines for an author. */
export interface LessonText {
  readonly blocks: TextBlock[];
  readonly headings: { readonly depth: number; readonly line: number; readonly text: string }[];
  readonly links: { readonly url: string; readonly line: number }[];
  readonly images: { readonly alt: string; readonly line: number }[];
}

export const emptyText = (): LessonText => ({ blocks: [], headings: [], links: [], images: [] });

type Kind = TextBlock['kind'];

/** Nodes that stand inside a line of text; whatever holds one of them is a block of text. */
const PHRASING = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'break',
  'image',
  'mdxJsxTextElement',
  'mdxTextExpression',
]);

/** Attributes whose text a reader sees. */
const SHOWN_ATTRIBUTES = new Set(['question', 'caption']);

/** Fills `into` with the blocks of text, headings, links and pictures of a syntax tree. */
export function collectText(tree: TextNode, into: LessonText): void {
  collect(tree, 'paragraph', into);
}

function collect(node: TextNode, around: Kind, into: LessonText): void {
  const children = node.children ?? [];
  const kind = kindOf(node, around);
  addLabels(node, into);
  if (children.some(({ type }) => PHRASING.has(type))) addBlock(node, kind, into);
  else for (const child of children) collect(child, kind, into);
}

function kindOf(node: TextNode, around: Kind): Kind {
  switch (node.type) {
    case 'heading':
      return 'heading';
    case 'blockquote':
      return 'quote';
    case 'listItem':
      return 'item';
    case 'tableCell':
      return 'cell';
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return isMargin(node) ? 'note' : around;
    default:
      return around;
  }
}

const isMargin = ({ name }: TextNode) => name === 'Aside' || name === 'Source';
const lineOf = (node: TextNode) => node.position?.start.line ?? 0;

function addBlock(node: TextNode, kind: Kind, into: LessonText): void {
  const line = lineOf(node);
  const text = flatten(node, into).replace(/\s+/g, ' ').trim();
  if (text) into.blocks.push({ kind, line, text });
  if (node.type === 'heading') into.headings.push({ depth: node.depth ?? 1, line, text });
}

/** The words of a block. What stands in the margin is read apart from it, so it becomes a block of its own. */
function flatten(node: TextNode, into: LessonText): string {
  return (node.children ?? [])
    .map((child) => {
      if (child.type === 'text') return String(child.value ?? '');
      if (child.type === 'inlineCode') return `\`${String(child.value ?? '')}\``;
      if (child.type === 'break') return ' ';
      if (child.type === 'link') into.links.push({ url: child.url ?? '', line: lineOf(child) });
      if (child.type === 'image') into.images.push({ alt: child.alt ?? '', line: lineOf(child) });
      if (child.type === 'mdxJsxTextElement' && /^[A-Z]/.test(child.name ?? '')) {
        collect(child, 'paragraph', into);
        return ' ';
      }
      if (child.type.startsWith('mdxJsx')) addLabels(child, into);
      return flatten(child, into);
    })
    .join('');
}

function addLabels(node: TextNode, into: LessonText): void {
  if (!node.type.startsWith('mdxJsx')) return;
  const line = lineOf(node);
  const value = (name: string) => {
    const found = node.attributes?.find((attribute) => attribute.name === name)?.value;
    return typeof found === 'string' ? found : undefined;
  };
  for (const name of SHOWN_ATTRIBUTES) {
    const text = value(name);
    if (text) into.blocks.push({ kind: 'label', line, text });
  }
  if (node.name === 'img') into.images.push({ alt: value('alt') ?? '', line });
  if (node.name === 'a') into.links.push({ url: value('href') ?? '', line });
}
