import { createHash } from 'node:crypto';
import type { LoadedLesson } from '@/schemas/course';
import { bundleLesson, emptyContents } from './bundle-lesson';
import { highlightListings } from './highlight';

const compiled = new Map<string, Promise<string>>();

/**
 * A lesson as code for `getMDXComponent` (mdx-bundler/client): GitHub tables, listings coloured for both themes.
 * Cached by content, so a page costs the compiler once per text.
 */
export function compileLesson({ mdx, file }: Pick<LoadedLesson, 'mdx' | 'file'>): Promise<string> {
  const key = createHash('sha256').update(mdx).digest('hex');
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const code = compile(mdx, file);
  compiled.set(key, code);
  code.catch(() => compiled.delete(key));
  return code;
}

async function compile(mdx: string, file: string): Promise<string> {
  const bundled = await bundleLesson(mdx, emptyContents(), [await highlightListings()]);
  if (!bundled.ok) throw new Error(`${file} → line ${bundled.line}: cannot be compiled: ${bundled.message}`);
  return bundled.code;
}
