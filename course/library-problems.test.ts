import { expect, test } from 'vitest';
import { copyForEachTest, problemLines } from '@/tests/support/course-problems';

const copy = copyForEachTest();

const CLAIMS = 'library/claims.yaml';
const GLOSSARY = 'library/glossary.yaml';

test.each<[string, string, string, string, string]>([
  ['a claim id used twice', CLAIMS, 'id: A-X-2', 'id: A-X-1', `${CLAIMS} → [1].id: uses the claim A-X-1 again`],
  ['a term id used twice', GLOSSARY, 'id: compiler', 'id: sql', `${GLOSSARY} → [1].id: uses the term sql again`],
  [
    'a form of two terms, whatever its capitals',
    GLOSSARY,
    'also: [compilers]',
    'also: [sql]',
    `${GLOSSARY} → compiler.also[0]: "sql" belongs to sql already, expected each form with one term`,
  ],
  [
    'a form said twice',
    GLOSSARY,
    'also: [compilers]',
    'also: [compiler]',
    `${GLOSSARY} → compiler.also[0]: repeats "compiler"`,
  ],
  [
    'a term that refers to nothing',
    GLOSSARY,
    'see: [compiler, A-X-1]',
    'see: [compiler, A-X-9]',
    `${GLOSSARY} → sql.see[1]: names A-X-9, expected the id of a term, or of library/claims.yaml`,
  ],
  [
    'a term that refers to itself',
    GLOSSARY,
    'see: [compiler, A-X-1]',
    'see: [sql, A-X-1]',
    `${GLOSSARY} → sql.see[0]: names the term itself`,
  ],
  ['a term without an explanation', GLOSSARY, 'text: "The language in', 'words: "The language in', `${GLOSSARY} → [0]`],
])('%s gives one sentence with file and place', async (_name, file, from, to, expected) => {
  await copy().edit(file, from, to);
  expect(await problemLines(copy())).toContain(expected);
});
