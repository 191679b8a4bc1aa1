import { createHash } from 'node:crypto';
import { type ListingId, ListingIdSchema } from '@/schemas/problem-report';

/** By its text alone: the same listing has the same id wherever it stands. */
export function listingId(code: string): ListingId {
  return ListingIdSchema.parse(createHash('sha256').update(code.trimEnd()).digest('hex').slice(0, 12));
}

/** The code of every fenced block of an MDX source, in its order, indentation of the fence taken off. */
export function listListings(mdx: string): string[] {
  return [...mdx.matchAll(/^( *)(```|~~~)[^\n]*\n([\s\S]*?)^ *\2/gm)].map(([, indent = '', , code = '']) =>
    code
      .split('\n')
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()))
      .join('\n')
      .trimEnd(),
  );
}
