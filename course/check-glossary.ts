import type { Term } from '@/schemas/term';
import { findDuplicates } from './find-duplicates';
import type { KnownIds } from './known-ids';
import { GLOSSARY_FILE } from './load-library';
import type { Problem } from './problem';
import { evenOut } from './term-matcher';

const file = GLOSSARY_FILE;

/** Each id once, each form with one term only, and `see` names what exists. */
export function checkGlossary(glossary: readonly Term[], known: KnownIds): Problem[] {
  return [
    ...findDuplicates(
      'term',
      glossary.map(({ id }, index) => ({ id, file, path: `[${index}].id` })),
    ),
    ...findSharedForms(glossary),
    ...glossary.flatMap((term) => checkSee(term, known)),
  ];
}

/** A lesson could not know which of two terms a shared form means. Capitals and the kind of apostrophe tell no two apart. */
function findSharedForms(glossary: readonly Term[]): Problem[] {
  const owners = new Map<string, Term['id']>();
  return glossary.flatMap(({ id, term, also }) => {
    const forms = [term, ...also];
    return forms.flatMap((form, index): Problem[] => {
      const path = `${id}.${index === 0 ? 'term' : `also[${index - 1}]`}`;
      const plain = evenOut(form).toLowerCase();
      const owner = owners.get(plain) ?? id;
      owners.set(plain, owner);
      if (owner !== id)
        return [{ file, path, message: `"${form}" belongs to ${owner} already, expected each form with one term` }];
      if (forms.indexOf(form) < index) return [{ file, path, message: `repeats "${form}", expected each form once` }];
      return [];
    });
  });
}

function checkSee({ id, see }: Term, known: KnownIds): Problem[] {
  return see.flatMap((named, index): Problem[] => {
    const path = `${id}.see[${index}]`;
    if (named === id) return [{ file, path, message: 'names the term itself, expected others' }];
    if (known.terms.has(named) || known.claims.has(named)) return [];
    return [{ file, path, message: `names ${named}, expected the id of a term, or of library/claims.yaml` }];
  });
}
