import { z } from 'zod';
import { CaseSchema } from '@/schemas/case';
import { ClaimSchema } from '@/schemas/claim';
import { MisconceptionSchema } from '@/schemas/misconception';
import { TermSchema } from '@/schemas/term';
import type { ContentFile } from './content-files';
import { parseWithSchema } from './parse-with-schema';
import { parseYaml } from './parse-yaml';
import type { Problem } from './problem';

/** Ids are read even from an entry that has another fault, so that one fault is not reported at every reference too. */
const HasId = z.object({ id: z.string() });

/** library/*.yaml are lists: one bad entry is reported and the others still load. */
function loadList<Schema extends z.ZodType>(
  schema: Schema,
  files: readonly ContentFile[],
  file: string,
  problems: Problem[],
) {
  const found = files.find((candidate) => candidate.file === file);
  if (!found) {
    problems.push({ file, path: '', message: 'is missing, expected a list' });
    return { values: [], ids: [] };
  }
  const yaml = parseYaml(found.text, file);
  const list = parseWithSchema(z.array(z.unknown()), yaml, file);
  problems.push(...list.problems);
  const values = (list.value ?? []).flatMap((_, index) => {
    const entry = parseWithSchema(schema, yaml, file, [index]);
    problems.push(...entry.problems);
    return entry.value === undefined ? [] : [entry.value];
  });
  return { values, ids: (list.value ?? []).flatMap((entry) => HasId.safeParse(entry).data?.id ?? []) };
}

export const GLOSSARY_FILE = 'library/glossary.yaml';
export const LIBRARY_FILES = [
  'library/claims.yaml',
  'library/cases.yaml',
  'library/misconceptions.yaml',
  GLOSSARY_FILE,
] as const;

export function loadLibrary(files: readonly ContentFile[]) {
  const problems: Problem[] = [];
  const claims = loadList(ClaimSchema, files, LIBRARY_FILES[0], problems);
  const cases = loadList(CaseSchema, files, LIBRARY_FILES[1], problems);
  const misconceptions = loadList(MisconceptionSchema, files, LIBRARY_FILES[2], problems);
  const glossary = loadList(TermSchema, files, GLOSSARY_FILE, problems);
  return {
    claims: claims.values,
    cases: cases.values,
    misconceptions: misconceptions.values,
    glossary: glossary.values,
    claimIds: new Set(claims.ids),
    caseIds: new Set(cases.ids),
    misconceptionIds: new Set(misconceptions.ids),
    termIds: new Set(glossary.ids),
    problems,
  };
}
