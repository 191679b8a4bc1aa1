import { bundleMDX } from 'mdx-bundler';
import remarkGfm from 'remark-gfm';
import { collectSections } from './collect-sections';
import { emptyText } from './collect-text';
import { inspectMdx, type MdxContents } from './inspect-mdx';
import { markTerms } from './mark-terms';
import type { TermMatcher } from './term-matcher';

type RehypePlugin = Awaited<ReturnType<typeof import('./highlight').highlightListings>>;

export type Bundled =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** Compiles a lesson's body; what it holds is written into `contents`. A fault comes back with its line. */
export async function bundleLesson(
  body: string,
  contents: MdxContents,
  matcher: TermMatcher,
  plugins: readonly RehypePlugin[] = [],
): Promise<Bundled> {
  try {
    const { code } = await bundleMDX({
      source: body,
      mdxOptions: (options) => ({
        ...options,
        // The head was read before; the default plugins would read it again and leave an export behind.
        // Terms come last: the others read the text as its author wrote it.
        remarkPlugins: [remarkGfm, inspectMdx(contents), collectSections(contents), markTerms(matcher, contents)],
        rehypePlugins: [...(options.rehypePlugins ?? []), ...plugins],
      }),
      esbuildOptions: (options) => ({ ...options, logLevel: 'silent' }),
    });
    return { ok: true, code };
  } catch (error) {
    const fault = readBuildFailure(error);
    if (!fault) throw error;
    return { ok: false, ...fault };
  }
}

/**
 * esbuild rejects with `errors: [{ text, location: { line } }]`; the text's last line is the MDX parser's own
 * message, which starts with its place, or ends with it where the fault is a missing end.
 */
function readBuildFailure(error: unknown): { line: number; message: string } | null {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return null;
  const first: unknown = error.errors[0];
  if (typeof first !== 'object' || first === null || !('text' in first)) return null;
  const message = (String(first.text).trim().split('\n').at(-1) ?? '').trim().replace(/^\d+:\d+(?:-\d+:\d+)?: /, '');
  const location =
    'location' in first && typeof first.location === 'object' && first.location !== null ? first.location : {};
  const placed = 'line' in location && typeof location.line === 'number' ? location.line : 0;
  const line = placed || Number(/\((\d+):\d+/.exec(message)?.[1] ?? 1);
  if (/acorn|in expression/.test(message))
    return { line, message: 'a brace opens something that is no plain value, expected \\{ for a brace in the text' };
  return { line, message };
}

export function emptyContents(): MdxContents {
  return {
    text: emptyText(),
    claims: [],
    cases: [],
    prose: [],
    sections: [],
    terms: [],
    parts: [],
    listings: [],
    refusals: [],
  };
}
