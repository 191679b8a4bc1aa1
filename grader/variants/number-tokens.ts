/** A number as it is written, with what is needed to write another one the same way. */
export interface NumberToken {
  readonly start: number;
  /** Before a percent sign: the sign stays when the number changes. */
  readonly end: number;
  /** What was written, with its factor: "21k" is 21,000. */
  readonly value: number;
  readonly factor: number;
  readonly factorText: string;
  /** The last digit that counts stands for this much, before the factor: 0.1 in "7.7", 100 in "300". */
  readonly step: number;
  readonly decimals: number;
  readonly significant: number;
  readonly isPercent: boolean;
  readonly isWord: boolean;
  readonly group: '' | ',' | ' ';
  readonly point: '.' | ',';
  /** The word after it, without a space or a percent sign between: a unit perhaps. */
  readonly next: string;
}

/** Not within an id (S01-4, C33), a version or a percentile (p99.9). Every repetition is bounded or of one kind: linear. */
const NUMERAL =
  /(?<![\p{L}\d.,])(?<!\p{L}\d{1,4}-)(?<digits>\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)*)(?<factor>\s?(?:k|K|M|bn|million|thousand|billion)(?![\p{L}]))?(?<percent>\s?(?:%|percent\b|per cent\b))?/gu;
const FACTORS: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  thousand: 1e3,
  M: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

const UNITS = 'two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function numberWords(): Map<string, number> {
  const words = new Map<string, number>();
  UNITS.forEach((word, index) => {
    words.set(word, index + 2);
  });
  TEENS.forEach((word, index) => {
    words.set(word, index + 10);
  });
  TENS.forEach((ten, index) => {
    words.set(ten, (index + 2) * 10);
    for (const [at, unit] of ['one', ...UNITS].entries()) words.set(`${ten}-${unit}`, (index + 2) * 10 + at + 1);
  });
  return words;
}
const WORDS: ReadonlyMap<string, number> = numberWords();
const WORD_OF: ReadonlyMap<number, string> = new Map([...WORDS].map(([word, value]) => [value, word]));
const WORD = /(?<![\p{L}-])\p{L}+(?:-\p{L}+)?(?!\p{L})/gu;
const NEXT = /^\s?-?([\p{L}µ]+)/u;

/** A whole number as a word, or null where it has none here. */
export const wordFor = (value: number): string | null => WORD_OF.get(value) ?? null;

function fromDigits(match: RegExpExecArray, text: string): NumberToken {
  const { digits = '', factor: factorText = '', percent = '' } = match.groups ?? {};
  const comma = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits);
  const group = comma ? ',' : digits.includes(' ') ? ' ' : '';
  const isDecimalComma = !comma && /^\d+,\d+$/.test(digits);
  const plain = (group === '' ? digits : digits.replaceAll(group, '')).replace(',', '.');
  const factor = FACTORS[factorText.trim()] ?? 1;
  const number = Number.parseFloat(plain);
  const decimals = plain.split('.')[1]?.length ?? 0;
  const zeros = decimals > 0 ? 0 : (/0*$/.exec(plain)?.[0].length ?? 0);
  const end = match.index + digits.length + factorText.length;
  return {
    start: match.index,
    end,
    value: number * factor,
    factor,
    factorText,
    step: decimals > 0 ? 10 ** -decimals : 10 ** zeros,
    decimals,
    significant: plain.replace('.', '').replace(/^0+/, '').length - zeros,
    isPercent: percent !== '',
    isWord: false,
    group,
    point: isDecimalComma ? ',' : '.',
    next: percent === '' ? (NEXT.exec(text.slice(end, end + 24))?.[1] ?? '') : '',
  };
}

function fromWord(match: RegExpExecArray, text: string): NumberToken[] {
  // "twenty-six" is one number, "fourteen-week" holds one.
  const word = WORDS.has(match[0].toLowerCase()) ? match[0] : (match[0].split('-')[0] ?? '');
  const value = WORDS.get(word.toLowerCase());
  if (value === undefined) return [];
  const end = match.index + word.length;
  return [
    {
      start: match.index,
      end,
      value,
      factor: 1,
      factorText: '',
      step: 1,
      decimals: 0,
      significant: 2,
      isPercent: /^ (?:%|percent|per cent)/.test(text.slice(end, end + 10)),
      isWord: true,
      group: '',
      point: '.',
      next: NEXT.exec(text.slice(end, end + 24))?.[1] ?? '',
    },
  ];
}

/** The numbers of a text in order of appearance, digits and words. */
export function readNumberTokens(text: string): NumberToken[] {
  return [
    ...[...text.matchAll(NUMERAL)].map((match) => fromDigits(match, text)),
    ...[...text.matchAll(WORD)].flatMap((match) => fromWord(match, text)),
  ].sort((one, other) => one.start - other.start);
}
