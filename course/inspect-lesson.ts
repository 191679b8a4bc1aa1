import { createHash } from 'node:crypto';
import { type Bundled, bundleLesson, emptyContents } from './bundle-lesson';
import type { MdxContents } from './inspect-mdx';
import type { TermMatcher } from './term-matcher';

interface Inspection {
  readonly bundled: Bundled;
  readonly contents: MdxContents;
}

const inspections = new Map<string, Promise<Inspection>>();

/** What a lesson's body holds, and whether it compiles. Kept by text and glossary: a save has only the changed lesson read anew. */
export function inspectLesson(body: string, matcher: TermMatcher): Promise<Inspection> {
  const key = createHash('sha256').update(`${matcher.key}\0${body}`).digest('hex');
  const known = inspections.get(key);
  if (known !== undefined) return known;
  const inspection = inspect(body, matcher);
  inspections.set(key, inspection);
  return inspection;
}

async function inspect(body: string, matcher: TermMatcher): Promise<Inspection> {
  const contents = emptyContents();
  return { bundled: await bundleLesson(body, contents, matcher), contents };
}
