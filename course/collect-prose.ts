import type { MdxContents, MdxNode, TextBlock } from './inspect-mdx';

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

/** A remark plugin that fills `contents` with what a reader reads: blocks of text, headings, links and pictures. */
export function collectProse(contents: MdxContents) {
  return () => (tree: MdxNode) => collect(tree, 'paragraph', contents);
}

function collect(node: MdxNode, around: Kind, contents: MdxContents): void {
  const children = node.children ?? [];
  const kind = kindOf(node, around);
  addLabels(node, contents);
  if (children.some(({ type }) => PHRASING.has(type))) addBlock(node, kind, contents);
  else for (const child of children) collect(child, kind, contents);
}

function kindOf(node: MdxNode, around: Kind): Kind {
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

const isMargin = ({ name }: MdxNode) => name === 'Aside' || name === 'Source';
const lineOf = (node: MdxNode) => node.position?.start.line ?? 0;

function addBlock(node: MdxNode, kind: Kind, contents: MdxContents): void {
  const line = lineOf(node);
  const text = flatten(node, contents).replace(/\s+/g, ' ').trim();
  if (text) contents.blocks.push({ kind, line, text });
  if (node.type === 'heading') contents.headings.push({ depth: node.depth ?? 1, line, text });
}

/** The words of a block. What stands in the margin is read apart from it, so it becomes a block of its own. */
function flatten(node: MdxNode, contents: MdxContents): string {
  return (node.children ?? [])
    .map((child) => {
      if (child.type === 'text') return String(child.value ?? '');
      if (child.type === 'inlineCode') return `\`${String(child.value ?? '')}\``;
      if (child.type === 'break') return ' ';
      if (child.type === 'link') contents.links.push({ url: child.url ?? '', line: lineOf(child) });
      if (child.type === 'image') contents.images.push({ alt: child.alt ?? '', line: lineOf(child) });
      if (child.type === 'mdxJsxTextElement' && /^[A-Z]/.test(child.name ?? '')) {
        collect(child, 'paragraph', contents);
        return ' ';
      }
      if (child.type.startsWith('mdxJsx')) addLabels(child, contents);
      return flatten(child, contents);
    })
    .join('');
}

function addLabels(node: MdxNode, contents: MdxContents): void {
  if (!node.type.startsWith('mdxJsx')) return;
  const line = lineOf(node);
  const value = (name: string) => {
    const found = node.attributes?.find((attribute) => attribute.name === name)?.value;
    return typeof found === 'string' ? found : undefined;
  };
  for (const name of SHOWN_ATTRIBUTES) {
    const text = value(name);
    if (text) contents.blocks.push({ kind: 'label', line, text });
  }
  if (node.name === 'img') contents.images.push({ alt: value('alt') ?? '', line });
  if (node.name === 'a') contents.links.push({ url: value('href') ?? '', line });
}
