import { foldSpelling } from './spelling';

/** A word of the text: offsets are UTF-16 code units of the original; `folded` is lower case, ASCII, one spelling. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly isNegation: boolean;
}

/** Letters with inner apostrophes; each letter can match in one way only, so the time is linear. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu;

const NEGATIONS = new Set(
  'not no never nobody none nothing nor neither without hardly barely cannot cant dont doesnt isnt arent wasnt wont'.split(
    ' ',
  ),
);

const SHORT_FORMS: Readonly<Record<string, string>> = {
  "can't": 'can',
  "won't": 'will',
  "shan't": 'shall',
  cannot: 'can',
};

/** Zero-width and combining marks go, look-alike accents fold to ASCII. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

function toWord(text: string, start: number): Word {
  const plain = folded(text);
  const isShortNegation = plain.endsWith("n't");
  const base = SHORT_FORMS[plain] ?? (isShortNegation ? plain.slice(0, -3) : (plain.split("'")[0] ?? plain));
  return {
    start,
    end: start + text.length,
    folded: foldSpelling(base),
    isNegation: isShortNegation || NEGATIONS.has(plain),
  };
}

/** The words between two offsets of a text, in order. */
export function splitWords(text: string, start = 0, end = text.length): Word[] {
  return [...text.slice(start, end).matchAll(WORD)].map((match) => toWord(match[0], start + match.index));
}
