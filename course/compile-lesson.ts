import { createHash } from 'node:crypto';
import type { LoadedLesson } from '@/schemas/course';
import type { Term } from '@/schemas/term';
import { bundleLesson, emptyContents } from './bundle-lesson';
import type { CompiledStore } from './compiled-store';
import { highlightListings } from './highlight';
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
  const matcher = termMatcher(glossary);
  const key = createHash('sha256').update(`${matcher.key}\0${mdx}`).digest('hex');
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const code = store ? readOrCompile(store, key, () => compile(mdx, file, matcher)) : compile(mdx, file, matcher);
  compiled.set(key, code);
  code.catch(() => compiled.delete(key));
  return code;
}

async function readOrCompile(store: CompiledStore, key: string, make: () => Promise<string>): Promise<string> {
  const stored = await store.read(key);
  if (stored !== null) return stored;
  const code = await make();
  await store.write(key, code);
  return code;
}

async function compile(mdx: string, file: string, matcher: TermMatcher): Promise<string> {
  const bundled = await bundleLesson(mdx, emptyContents(), matcher, [await highlightListings()]);
  if (!bundled.ok) throw new Error(`${file} → line ${bundled.line}: cannot be compiled: ${bundled.message}`);
  return bundled.code;
}
