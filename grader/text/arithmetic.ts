import type { ArithmeticSlip } from '@/schemas/grade';
import { evaluate, type Operand, type SumToken } from './evaluate-sum';

/** Digits with thousands marks or decimals, a factor, a percent sign, and up to three words that name the unit. */
const NUMBER =
  /(?<![\p{L}\d.,])(?:[$€£~]\s?)?(?<digits>\d{1,3}(?: \d{3})+(?![\d])|\d+(?:[.,]\d+)*|\.\d+)(?<factor>\s?(?:k|K|M|bn|million|thousand|billion)(?![\p{L}]))?(?<percent>\s?(?:%|percent\b|per cent\b))?/u;
const UNIT =
  /^\s?(?!(?:x|is|are|makes?|leaves?|gives?|minus|plus|times|and|or|equals|comes|for)\b)(?:[\p{L}µ$€£][\p{L}\d³²-]*|\/[\p{L}]+)(?:\/[\p{L}]+)*/u;
const OPERATOR = /^\s*(?:[×*·÷+−/]|x(?=\s?\d)|(?<=\s)-(?=\s)|minus\b|plus\b|times\b|divided by\b)/u;
const EQUALS =
  /^\s*(?:=|≈|≃|~=|is|are|makes?|leaves?|gives?|equals|comes to)(?:\s*(?:≈|~|about|roughly|around|some|only|just|almost|nearly|over|under|less than|more than|ca\.?|circa|approx\.?|approximately|well))*(?=[\s\d$€£~.])/iu;
const ABOUT = /[≈≃~]|about|roughly|around|some|almost|nearly|over|under|than|ca|approx|well/i;

const SIGNS: Readonly<Record<string, '+' | '-' | '*' | '/'>> = {
  '×': '*',
  '*': '*',
  '·': '*',
  x: '*',
  times: '*',
  '÷': '/',
  '/': '/',
  'divided by': '/',
  '+': '+',
  plus: '+',
  '−': '-',
  '-': '-',
  minus: '-',
};
const FACTORS: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  thousand: 1e3,
  M: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

type Placed = { readonly start: number; readonly end: number };
type Token = Placed &
  (SumToken | { readonly kind: 'equals'; readonly isAbout: boolean } | { readonly kind: 'word' | 'stop' });

/** "1,300" and "38 000" are thousands, "7,66" a decimal comma. */
function plainDigits(digits: string): string {
  const isGrouped = /^\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?$/.test(digits);
  return isGrouped ? digits.replaceAll(/[ ,]/g, '') : digits.replace(',', '.');
}

/** Half of the last digit that is written; of several zeros at the end all but one may be rounded. */
function halfStep(plain: string): number {
  const decimals = plain.split('.')[1]?.length ?? 0;
  if (decimals > 0) return 0.5 * 10 ** -decimals;
  return 0.5 * 10 ** Math.max(0, (/0*$/.exec(plain)?.[0].length ?? 0) - 1);
}

function readNumber(match: RegExpExecArray, rest: string): { operand: Operand; length: number } | null {
  const { digits = '', factor = '', percent } = match.groups ?? {};
  const plain = plainDigits(digits);
  const value = Number(plain);
  if (!Number.isFinite(value)) return null;
  const scale = FACTORS[factor.trim()] ?? 1;
  let length = match[0].length;
  let units = 0;
  for (; units < 3; units += 1) {
    const unit = UNIT.exec(rest.slice(length));
    if (!unit) break;
    length += unit[0].length;
  }
  const isWhole = !plain.includes('.') && scale === 1 && percent === undefined;
  const operand = {
    kind: 'number' as const,
    value: value * scale,
    half: halfStep(plain) * scale,
    isPercent: percent !== undefined,
    isWhole,
    hasUnit: units > 0 || scale !== 1,
  };
  return { operand, length };
}

/** The next token at a place of a unit of text; white space is stepped over. */
function nextToken(text: string, at: number): Token {
  const rest = text.slice(at, at + 120);
  const place = (length: number) => ({ start: at, end: at + Math.max(1, length) });
  const digits = NUMBER.exec(text.slice(Math.max(0, at - 1), at + 120));
  if (digits && digits.index === Math.min(at, 1)) {
    const number = readNumber(digits, rest);
    if (number) return { ...number.operand, ...place(number.length) };
  }
  const equals = EQUALS.exec(rest);
  if (equals) return { kind: 'equals', isAbout: ABOUT.test(equals[0]), ...place(equals[0].length) };
  const sign = OPERATOR.exec(text.slice(Math.max(0, at - 1), at + 120).slice(at > 0 ? 1 : 0));
  const found = sign ? SIGNS[sign[0].trim()] : undefined;
  if (sign && found) return { kind: 'sign', sign: found, ...place(sign[0].length) };
  if (rest.startsWith('(')) return { kind: 'open', ...place(1) };
  if (rest.startsWith(')')) return { kind: 'close', ...place(1) };
  const word = /^[\p{L}\d][\p{L}\d.'’-]*/u.exec(rest);
  return { kind: word ? 'word' : 'stop', ...place(word?.[0].length ?? 1) };
}

function readTokens(text: string, start: number, end: number): Token[] {
  const unit = text.slice(start, end);
  const tokens: Token[] = [];
  for (let at = 0; at < unit.length; ) {
    if (/\s/.test(unit.charAt(at)) && !/^\s-\s/.test(unit.slice(at, at + 3))) {
      at += 1;
      continue;
    }
    const isDash = /^\s-\s/.test(unit.slice(at, at + 3));
    const token: Token = isDash ? { kind: 'sign', sign: '-', start: at, end: at + 2 } : nextToken(unit, at);
    tokens.push({ ...token, start: token.start + start, end: token.end + start });
    at = token.end;
  }
  return tokens;
}

const isPart = (token: Token | undefined): token is Token & SumToken =>
  token !== undefined && ['number', 'sign', 'open', 'close'].includes(token.kind);

/** Nobody checks longer sums in their head; it bounds the work. */
const LONGEST = 30;

/** The sum that ends before an equals sign; null where it may have begun earlier than it can be read. */
function sumBefore(tokens: readonly Token[], equals: number): (Token & SumToken)[] | null {
  const parts: (Token & SumToken)[] = [];
  let at = equals - 1;
  for (let token = tokens[at]; isPart(token); token = tokens[at]) {
    if (parts.length === LONGEST) return null;
    parts.unshift(token);
    at -= 1;
  }
  const [before, earlier] = [tokens[at], tokens[at - 1]];
  const isCut = before?.kind === 'equals' || (before?.kind === 'word' && earlier !== undefined && isPart(earlier));
  return isCut ? null : parts;
}

const LINKS = /\b(?:of|by|from|than|to|per|times|and|or|at)\s*\(?$/i;

function checkSum(text: string, tokens: readonly Token[], at: number): ArithmeticSlip[] {
  const [equals, result, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (equals?.kind !== 'equals' || result?.kind !== 'number' || after?.kind === 'sign' || after?.kind === 'open')
    return [];
  const parts = sumBefore(tokens, at);
  const first = parts?.[0];
  if (!parts || !first || LINKS.test(text.slice(Math.max(0, first.start - 12), first.start))) return [];
  const wording = text.slice(first.start, result.end + 24);
  const computed = /bits?(?![\p{L}])/iu.test(wording) ? null : evaluate(parts, result, equals.isAbout, wording);
  if (computed === null) return [];
  const [start, end] = [first.start, result.end];
  return [{ start, end, quote: text.slice(start, end), written: result.value, computed }];
}

/**
 * Plain sums between two offsets of a text whose written result neither rounding nor a change of unit explains.
 * Careful rather than complete: a sum that may have begun earlier, or in words, is left alone.
 */
export function findSlips(text: string, start = 0, end = text.length): ArithmeticSlip[] {
  const tokens = readTokens(text, start, end);
  return tokens.flatMap((token, at) => (token.kind === 'equals' ? checkSum(text, tokens, at) : []));
}
