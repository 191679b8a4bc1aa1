import { createHash } from 'node:crypto';
import { type Bundled, bundleLesson, emptyContents } from './bundle-lesson';
import type { MdxContents } from './inspect-mdx';

interface Inspection {
  readonly bundled: Bundled;
  readonly contents: MdxContents;
}

const inspections = new Map<string, Promise<Inspection>>();

/** What a lesson's body holds, and whether it compiles. Kept by text: after a save only the changed lesson is read anew. */
export function inspectLesson(body: string): Promise<Inspection> {
  const key = createHash('sha256').update(body).digest('hex');
  const known = inspections.get(key);
  if (known !== undefined) return known;
  const inspection = inspect(body);
  inspections.set(key, inspection);
  return inspection;
}

async function inspect(body: string): Promise<Inspection> {
  const contents = emptyContents();
  return { bundled: await bundleLesson(body, contents), contents };
}
