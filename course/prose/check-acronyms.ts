import type { Problem } from '../problem';
import allowed from './data/acronyms.json';
import type { Passage } from './passage';

/** Two to five capitals that stand alone, `s` of a plural left out. */
const ACRONYM = /(?<![\p{L}\p{N}_.-])([A-Z]{2,5})(?=s?(?![\p{L}\p{N}_]|\/\d))/gu;
/** Code of one line, and ids of claims, which may hold Roman numerals. */
const NO_WORDS = /`[^`]*`|\b[AB]-[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*/g;
const ROMAN = /^[IVX]+$/;

/** Each acronym of a lesson is spelt out where it first stands, or in the glossary, or so well known that it need not be. */
export function checkAcronyms(passages: readonly Passage[], glossaryWords: ReadonlySet<string>): Problem[] {
  const met = new Set<string>([...allowed.wellKnown, ...allowed.names, ...glossaryWords]);
  return passages.flatMap(({ file, path, text }) =>
    [...text.replace(NO_WORDS, ' ').matchAll(ACRONYM)].flatMap(([, acronym = '']): Problem[] => {
      if (met.has(acronym) || ROMAN.test(acronym)) return [];
      met.add(acronym);
      return isSpeltOut(acronym, text)
        ? []
        : [
            {
              file,
              path,
              message: `${acronym} is not spelt out where it first stands, expected "the long form (${acronym})", an entry in library/glossary.yaml, or a line in course/prose/data/acronyms.json`,
            },
          ];
    }),
  );
}

/** `long form (ABC)` or `ABC (long form)`. */
function isSpeltOut(acronym: string, text: string): boolean {
  return new RegExp(`\\p{L}[\\p{L}’'-]* \\(${acronym}s?[),;]|\\b${acronym}s? \\([^)]*\\p{L}{3}`, 'u').test(text);
}
