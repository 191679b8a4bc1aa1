import type { TermId } from '@/schemas/ids';
import type { MdxContents, MdxNode } from './inspect-mdx';
import type { TermMatcher, TermUse } from './term-matcher';

/** A node while it is changed: its children may be replaced. */
interface Parent extends MdxNode {
  children?: Parent[];
}

/** Parts of a lesson that hold running text; every other part of ours is a card, a control or an instrument. */
const RUNNING_TEXT = new Set(['Aside']);
const NEVER_INSIDE = new Set([
  'heading',
  'link',
  'linkReference',
  'inlineCode',
  'code',
  'definition',
  'footnoteReference',
]);

/**
 * A remark plugin that turns the first use of each term into a link to the glossary, marked with data-term; the page
 * makes it open the explanation in place (components/lesson/term-notes.tsx). Authors write nothing for it.
 */
export function markTerms(matcher: TermMatcher, { terms }: Pick<MdxContents, 'terms'>) {
  return () => (tree: Parent) => {
    markInside(tree, matcher, new Set(), terms);
  };
}

function markInside(parent: Parent, matcher: TermMatcher, seen: Set<TermId>, order: TermId[]): void {
  if (!parent.children) return;
  parent.children = parent.children.flatMap((child) => {
    if (child.type === 'text') return markText(String(child.value ?? ''), child, matcher, seen, order);
    if (mayHold(child)) markInside(child, matcher, seen, order);
    return [child];
  });
}

function mayHold({ type, name }: MdxNode): boolean {
  if (type.startsWith('mdxJsx')) return RUNNING_TEXT.has(name ?? '');
  return !NEVER_INSIDE.has(type);
}

function markText(text: string, node: Parent, matcher: TermMatcher, seen: Set<TermId>, order: TermId[]): Parent[] {
  const pieces: Parent[] = [];
  let from = 0;
  for (const use of matcher.find(text)) {
    if (seen.has(use.id)) continue;
    seen.add(use.id);
    order.push(use.id);
    if (use.start > from) pieces.push({ type: 'text', value: text.slice(from, use.start) });
    pieces.push(linkTo(use, text));
    from = use.end;
  }
  if (from === 0) return [node];
  return from < text.length ? [...pieces, { type: 'text', value: text.slice(from) }] : pieces;
}

function linkTo({ id, start, end }: TermUse, text: string): Parent & { readonly url: string } {
  return {
    type: 'link',
    // The address is components/paths.ts' termPath; a test holds the two together.
    url: `/glossary#${id}`,
    data: { hProperties: { id: `word-${id}`, dataTerm: id } },
    children: [{ type: 'text', value: text.slice(start, end) }],
  };
}
