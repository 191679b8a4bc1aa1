import { createHash } from 'node:crypto';
import type { LoadedLesson } from '@/schemas/course';
import type { Term } from '@/schemas/term';
import type { CompiledStore } from './compiled-store';
import { type TermMatcher, termMatcher } from './term-matcher';

const compiled = new Map<string, Promise<string>>();

/**
 * A lesson as code for `getMDXComponent` (mdx-bundler/client): GitHub tables, listings coloured for both themes, the
 * first use of each term of the glossary marked. Cached by content, so a page costs the compiler once per text, and with
 * a store once per build. Throws with file and line where the text cannot be compiled.
 */
export function compileLesson(
  { mdx, file }: Pick<LoadedLesson, 'mdx' | 'file'>,
  glossary: readonly Term[],
  store?: CompiledStore,
): Promise<string> {
  const matcher = matcherOf(glossary);
  const key = createHash('sha256').update(`${matcher.key}\0${mdx}`).digest('hex');
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const code = store ? readOrCompile(store, key, () => compile(mdx, file, matcher)) : compile(mdx, file, matcher);
  compiled.set(key, code);
  code.catch(() => compiled.delete(key));
  return code;
}

const matchers = new WeakMap<readonly Term[], TermMatcher>();

/** One for each loaded glossary: a page only asks for its key. */
function matcherOf(glossary: readonly Term[]): TermMatcher {
  const known = matchers.get(glossary);
  if (known) return known;
  const matcher = termMatcher(glossary);
  matchers.set(glossary, matcher);
  return matcher;
}

async function readOrCompile(store: CompiledStore, key: string, make: () => Promise<string>): Promise<string> {
  const stored = await store.read(key);
  if (stored !== null) return stored;
  const code = await make();
  await store.write(key, code);
  return code;
}

async function compile(mdx: string, file: string, matcher: TermMatcher): Promise<string> {
  // Loaded here, because a server whose lessons were compiled with the build never needs the compiler.
  const [{ bundleLesson, emptyContents }, { highlightListings }] = await Promise.all([
    import('./bundle-lesson'),
    import('./highlight'),
  ]);
  const bundled = await bundleLesson(mdx, emptyContents(), matcher, [await highlightListings()]);
  if (!bundled.ok) throw new Error(`${file} → line ${bundled.line}: cannot be compiled: ${bundled.message}`);
  return bundled.code;
}
