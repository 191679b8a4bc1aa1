/** What may stay in a sentence: words of the course as it writes them, and the names of the people of the team. */
export interface KnownWords {
  /** Words that the course writes in lower case: an unknown word at the start of a sentence may be a name. */
  readonly lower: ReadonlySet<string>;
  /** Words that the course writes with a capital, exactly so: Rust, PostgreSQL. */
  readonly cased: ReadonlySet<string>;
}

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,4}|https?:\/\/\S{1,300}|\bwww\.\S{1,300}/giu;
/** A host or a product written like one, such as acme.io; a file such as main.rs stays. */
const HOST =
  /\b[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.(?:com|org|net|io|dev|eu|de|co|uk|fr|ch|at|nl|app|cloud|internal|local)\b/giu;
const HANDLE = /(?<![\w])@[\w-]{2,40}/gu;
const NUMBERS = /\+?\d(?:[\s()/-]?\d){7,14}/gu;
const WORD = /[\p{L}][\p{L}\p{M}\p{N}'’-]{0,60}/gu;

const GAP = '[name]';
const MOST_GAPS = 2;
const FEWEST_WORDS = 5;
const LONGEST = 400;

const bare = (word: string) => word.replace(/['’]s?$/u, '');
const hasCapital = (word: string) => /\p{Lu}/u.test(word);

/** Collects the words of texts of the course. A word with a capital that only ever begins a sentence is no name of a thing. */
export function readKnownWords(texts: Iterable<string>): KnownWords {
  const [lower, cased] = [new Set<string>(), new Set<string>()];
  for (const text of texts)
    for (const match of text.matchAll(WORD)) {
      const word = bare(match[0]);
      if (hasCapital(word)) cased.add(word);
      else lower.add(word);
      for (const part of word.split('-')) (hasCapital(part) ? cased : lower).add(part);
    }
  return { lower, cased };
}

/** The words of names by which somebody can be found. Single letters are left out. */
export function nameWords(names: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const name of names)
    for (const [word] of name.matchAll(WORD)) if (word.length > 1) words.add(word.toLowerCase());
  return words;
}

function isName(word: string, isFirst: boolean, known: KnownWords, names: ReadonlySet<string>): boolean {
  const low = word.toLowerCase();
  // A colleague called Will or Mark: the verb stays, the capital goes.
  if (names.has(low) && (hasCapital(word) || !known.lower.has(low))) return true;
  if (!hasCapital(word) || word.length === 1) return false;
  if (known.cased.has(word) && !isFirst) return false;
  if (known.lower.has(low)) return !isFirst && !known.cased.has(word) && word !== word.toUpperCase();
  return !known.cased.has(word);
}

/**
 * One sentence without what says who wrote it: addresses, handles, long numbers, names of the team, and words with a
 * capital that the course does not know, which may be an employer, a product or a person. Null where too much would
 * have to go, or too little would stay. It errs on the side of taking away; it cannot know a name written like a word.
 */
export function stripNames(
  sentence: string,
  known: KnownWords,
  names: ReadonlySet<string>,
  fewestWords = FEWEST_WORDS,
): string | null {
  const text = sentence.replace(/\s+/gu, ' ').trim();
  if (text.length > LONGEST) return null;
  const plain = [ADDRESS, HOST, HANDLE, NUMBERS].reduce((rest, pattern) => rest.replace(pattern, GAP), text);
  let isFirst = true;
  const stripped = plain.replace(/\[name\]|[\p{L}][\p{L}\p{M}\p{N}'’-]{0,60}|[.!?:]/gu, (part) => {
    if (part === GAP) return part;
    if (/^[.!?:]$/.test(part)) {
      isFirst = true;
      return part;
    }
    const wasFirst = isFirst;
    isFirst = false;
    const word = bare(part);
    const gone = word.split('-').every((piece) => piece === '' || !isName(piece, wasFirst, known, names)) ? part : GAP;
    return gone;
  });
  const said = stripped.replace(/\[name\](?:[\s,]{1,2}\[name\]){1,8}/gu, GAP);
  const gaps = said.split(GAP).length - 1;
  const words = said.split(GAP).join(' ').match(WORD)?.length ?? 0;
  return gaps > MOST_GAPS || words < fewestWords ? null : said;
}
