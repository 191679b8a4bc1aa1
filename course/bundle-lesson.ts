import { bundleMDX } from 'mdx-bundler';
import remarkGfm from 'remark-gfm';
import { inspectMdx, type MdxContents } from './inspect-mdx';

type RehypePlugin = Awaited<ReturnType<typeof import('./highlight').highlightListings>>;

export type Bundled =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** Compiles a lesson's body; what it holds is written into `contents`. A fault comes back with its line. */
export async function bundleLesson(
  body: string,
  contents: MdxContents,
  plugins: readonly RehypePlugin[] = [],
): Promise<Bundled> {
  try {
    const { code } = await bundleMDX({
      source: body,
      mdxOptions: (options) => ({
        ...options,
        remarkPlugins: [...(options.remarkPlugins ?? []), remarkGfm, inspectMdx(contents)],
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

/** esbuild rejects with `errors: [{ text, location: { line } }]`. */
function readBuildFailure(error: unknown): { line: number; message: string } | null {
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return null;
  const first: unknown = error.errors[0];
  if (typeof first !== 'object' || first === null || !('text' in first)) return null;
  const place =
    'location' in first && typeof first.location === 'object' && first.location !== null ? first.location : {};
  const line = 'line' in place && typeof place.line === 'number' ? place.line : 0;
  return { line, message: String(first.text).split('\n')[0] ?? '' };
}

export function emptyContents(): MdxContents {
  return { claims: [], cases: [], prose: [], refusals: [] };
}
