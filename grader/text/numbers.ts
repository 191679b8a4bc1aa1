/** A number in a text. `values` holds every reading: "36 %" is 36 and 0.36, "77k" is 77,000. */
export interface TextNumber {
  readonly start: number;
  readonly end: number;
  readonly values: readonly number[];
  /** Relative room that the wording leaves: words such as "a third" are rounder than digits. */
  readonly room: number;
}

/** Digits with thousands commas or a decimal point, then a factor or percent sign. One way to match, so linear. */
const DIGITS =
  /(?<![\p{L}\d])\d+(?:[.,]\d+)*(?:\s?%|\s?percent|\s?per cent|\s?(?:k|K|M|bn|million|thousand|billion)(?![\p{L}]))?/gu;

const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};
const FRACTIONS: Readonly<Record<string, number>> = { half: 0.5, third: 1 / 3, quarter: 0.25, fifth: 0.2, tenth: 0.1 };
const NUMBER_WORD = /(?<![\p{L}])\p{L}+(?![\p{L}])/gu;

const FACTORS: readonly (readonly [RegExp, number])[] = [
  [/(?:k|K|thousand)$/, 1_000],
  [/(?:M|million)$/, 1_000_000],
  [/(?:bn|billion)$/, 1_000_000_000],
];

/** "1,300" is thousands, "1,5" a decimal comma, "1.5" a decimal point. */
function parseDigits(digits: string): number {
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits);
  const plain = grouped ? digits.replaceAll(',', '') : digits.replace(',', '.');
  return Number.parseFloat(plain);
}

function fromDigits(match: RegExpExecArray, offset: number): TextNumber {
  const whole = match[0];
  const value = parseDigits(/^[\d.,]+/.exec(whole)?.[0] ?? whole);
  const factor = FACTORS.find(([pattern]) => pattern.test(whole))?.[1] ?? 1;
  const isPercent = /%|cent$/.test(whole);
  return {
    start: offset + match.index,
    end: offset + match.index + whole.length,
    values: isPercent ? [value, value / 100] : [value * factor],
    room: 0.03,
  };
}

function fromWord(match: RegExpExecArray, offset: number): TextNumber[] {
  const word = match[0].toLowerCase().replace(/s$/, '');
  const value = WORDS[word] ?? WORDS[match[0].toLowerCase()] ?? FRACTIONS[word];
  if (value === undefined) return [];
  const start = offset + match.index;
  return [{ start, end: start + match[0].length, values: [value], room: value < 1 ? 0.12 : 0.03 }];
}

/** The numbers between two offsets of a text, digits and words, in order of appearance. */
export function readNumbers(text: string, start = 0, end = text.length): TextNumber[] {
  const part = text.slice(start, end);
  return [
    ...[...part.matchAll(DIGITS)].map((match) => fromDigits(match, start)),
    ...[...part.matchAll(NUMBER_WORD)].flatMap((match) => fromWord(match, start)),
  ].sort((one, other) => one.start - other.start);
}

/** Whether a number in a text may stand for a value, allowing for rounding. */
export function standsFor(number: TextNumber, value: number): boolean {
  return number.values.some((own) => Math.abs(own - value) <= number.room * Math.max(Math.abs(value), 1e-9));
}
