import type { ReadUnit } from '../text/read-text';

/**
 * A row of terms without grammar: at least eight content words, five separators, three words or fewer between them,
 * hardly a function word and no figure. Terse experts write fragments too, but theirs hold figures and relations.
 */
export function isKeywordList(text: string, unit: ReadUnit): boolean {
  const content = unit.words.filter((word) => word.isContent).length;
  if (content < 8) return false;
  const separators = [...text.slice(unit.start, unit.end)].filter((character) => ',;/|·•'.includes(character)).length;
  const relations = unit.words.length - content;
  return separators >= 5 && unit.words.length / (separators + 1) <= 3 && relations / unit.words.length < 0.25;
}
