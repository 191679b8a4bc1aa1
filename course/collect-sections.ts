import type { LessonSection } from '@/schemas/course';
import type { MdxContents, MdxNode } from './inspect-mdx';
import { sectionId } from './section-id';

/** A remark plugin that gathers the words under each second-level heading, for the search. */
export function collectSections({ sections }: Pick<MdxContents, 'sections'>) {
  return () => (tree: MdxNode) => {
    let open = { id: null as string | null, title: '', blocks: [] as string[] };
    const close = () => {
      const text = open.blocks.join(' ').replace(/\s+/g, ' ').trim();
      if (open.id !== null || text) sections.push({ id: open.id, title: open.title, text } satisfies LessonSection);
    };
    for (const node of tree.children ?? []) {
      if (node.type === 'heading' && 'depth' in node && node.depth === 2) {
        close();
        const title = wordsOf(node).trim();
        open = { id: sectionId(title), title, blocks: [] };
      } else open.blocks.push(wordsOf(node));
    }
    close();
  };
}

/** Running text, code words included; listings are no prose, and a source's title belongs to somebody else. */
function wordsOf(node: MdxNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return String(node.value ?? '');
  if (node.type === 'code' || node.name === 'Source') return '';
  const question = node.attributes?.find(({ name }) => name === 'question')?.value;
  const words = (node.children ?? []).map(wordsOf).join(isBlock(node) ? ' ' : '');
  return typeof question === 'string' ? `${question} ${words}` : words;
}

/** Blocks hold blocks, whose words would run into each other. */
function isBlock({ type }: MdxNode): boolean {
  return !['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell', 'mdxJsxTextElement'].includes(
    type,
  );
}
