import { z } from 'zod';
import { CaseSchema } from '@/schemas/case';
import { ClaimSchema } from '@/schemas/claim';
import { MisconceptionSchema } from '@/schemas/misconception';
import type { ContentFile } from './content-files';
import { parseWithSchema } from './parse-with-schema';
import { parseYaml } from './parse-yaml';
import type { Problem } from './problem';

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
    return [];
  }
  const yaml = parseYaml(found.text, file);
  const list = parseWithSchema(z.array(z.unknown()), yaml, file);
  problems.push(...list.problems);
  return (list.value ?? []).flatMap((_, index) => {
    const entry = parseWithSchema(schema, yaml, file, [index]);
    problems.push(...entry.problems);
    return entry.value === undefined ? [] : [entry.value];
  });
}

export const LIBRARY_FILES = ['library/claims.yaml', 'library/cases.yaml', 'library/misconceptions.yaml'] as const;

export function loadLibrary(files: readonly ContentFile[]) {
  const problems: Problem[] = [];
  const [claims, cases, misconceptions] = LIBRARY_FILES;
  return {
    claims: loadList(ClaimSchema, files, claims, problems),
    cases: loadList(CaseSchema, files, cases, problems),
    misconceptions: loadList(MisconceptionSchema, files, misconceptions, problems),
    problems,
  };
}
