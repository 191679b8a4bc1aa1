import { z } from 'zod';
import type { ContentFile } from '../content-files';
import { parseYaml } from '../parse-yaml';

/** What the prose check needs of an entry; whatever else it holds is another check's. */
const EntrySchema = z.object({ id: z.string(), term: z.string(), also: z.array(z.string()).default([]) });

/** The ids of the glossary, and every word of its terms: `GC pause` explains GC. */
export function readGlossary(files: readonly ContentFile[]): { ids: Set<string>; words: Set<string> } {
  const file = 'library/glossary.yaml';
  const found = files.find((candidate) => candidate.file === file);
  const list = z.array(z.unknown()).safeParse(found ? parseYaml(found.text, file).value : []).data ?? [];
  const entries = list.flatMap((entry) => EntrySchema.safeParse(entry).data ?? []);
  return {
    ids: new Set(entries.map(({ id }) => id)),
    words: new Set(entries.flatMap(({ term, also }) => [term, ...also].flatMap((text) => text.split(/[\s/()-]+/)))),
  };
}
