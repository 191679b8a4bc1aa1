/** A number in a sum, with the room that its last digit leaves. */
export interface Operand {
  readonly kind: 'number';
  readonly value: number;
  readonly half: number;
  readonly isPercent: boolean;
  /** Written in full: no decimals, no factor, no percent sign. */
  readonly isWhole: boolean;
  readonly hasUnit: boolean;
}

export type SumToken =
  | Operand
  | { readonly kind: 'sign'; readonly sign: '+' | '-' | '*' | '/' }
  | { readonly kind: 'open' | 'close' };

interface Range {
  readonly low: number;
  readonly high: number;
}

const TIMES = [60, 3600, 86_400, 24, 7, 604_800, 30, 12, 365, 31_536_000];
const POWERS = [-12, -9, -6, -3, 0, 3, 6, 9, 12].map((power) => 10 ** power);
const TIME =
  /(?<![\p{L}])(?:[mµn]?s|seconds?|secs?|rps|min|minutes?|hours?|h|days?|d|weeks?|wk|months?|mo|years?|y|yr|cores?)(?![\p{L}])/iu;

/** What people leave out between the units that they name: powers of thousand, units of time, binary prefixes. */
function unitFactors(hasUnit: boolean, wording: string): number[] {
  if (!hasUnit) return [1];
  const times = TIME.test(wording) ? [1, ...TIMES, ...TIMES.map((time) => 1 / time)] : [1];
  const prefixes = /[KMGT]i?B/.test(wording) ? [1, 1.024, 1.049, 1.074, 1.1].flatMap((one) => [one, 1 / one]) : [1];
  return times.flatMap((time) => POWERS.flatMap((power) => prefixes.map((prefix) => time * power * prefix)));
}

/** Whole numbers count as exact, except in long sums, where each may have been rounded. */
const toRange = ({ value, half, isWhole, isPercent }: Operand, isLong: boolean, asShare: boolean): Range => {
  const room = isWhole ? (isLong ? 0.5 : 0) : half;
  const scale = isPercent && asShare ? 100 : 1;
  return { low: (value - room) / scale, high: (value + room) / scale };
};

function apply(sign: '+' | '-' | '*' | '/', one: Range, other: Range): Range | null {
  if (sign === '+') return { low: one.low + other.low, high: one.high + other.high };
  if (sign === '-') return { low: one.low - other.high, high: one.high - other.low };
  if (sign === '/' && other.low <= 0) return null;
  const ends = [one.low, one.high].flatMap((left) =>
    [other.low, other.high].map((right) => (sign === '*' ? left * right : left / right)),
  );
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Reads a sum with the usual precedence; null where it is not well formed. */
class SumReader {
  private at = 0;
  private readonly tokens: readonly SumToken[];
  private readonly isLong: boolean;
  private readonly asShare: boolean;

  constructor(tokens: readonly SumToken[], isLong: boolean, asShare: boolean) {
    this.tokens = tokens;
    this.isLong = isLong;
    this.asShare = asShare;
  }

  read(): Range | null {
    const range = this.chain(['+', '-'], () => this.chain(['*', '/'], () => this.atom()));
    return this.at === this.tokens.length ? range : null;
  }

  private chain(signs: readonly string[], part: () => Range | null): Range | null {
    let range = part();
    for (let token = this.tokens[this.at]; range && token?.kind === 'sign' && signs.includes(token.sign); ) {
      this.at += 1;
      const other = part();
      range = other ? apply(token.sign, range, other) : null;
      token = this.tokens[this.at];
    }
    return range;
  }

  private atom(): Range | null {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token?.kind === 'number') return toRange(token, this.isLong, this.asShare);
    if (token?.kind !== 'open') return null;
    const inner = this.chain(['+', '-'], () => this.chain(['*', '/'], () => this.atom()));
    const close = this.tokens[this.at];
    this.at += 1;
    return close?.kind === 'close' ? inner : null;
  }
}

/** Whether a range, times a factor, comes within reach of what is written. */
function explains({ low, high }: Range, written: Operand, room: number, factor: number): boolean {
  const values = written.isPercent ? [written.value, written.value / 100] : [written.value];
  return values.some((value) => {
    const reach = (written.half * value) / (written.value || 1) + room * Math.abs(value);
    return low * factor <= value + reach && high * factor >= value - reach;
  });
}

/** "96 of 120 = 24 left" is often written with a slash. */
const differenceOf = ([one, other]: readonly Operand[]) => (one?.value ?? 0) - (other?.value ?? 0);

/**
 * What a sum comes to, where that is not what is written: no rounding, no percent and no change of unit explains the
 * difference. Null where it is explained, or where the tokens are no sum.
 */
export function evaluate(
  tokens: readonly SumToken[],
  written: Operand,
  isAbout: boolean,
  wording: string,
): number | null {
  const numbers = tokens.filter((token): token is Operand => token.kind === 'number');
  const signs = tokens.filter((token) => token.kind === 'sign');
  if (numbers.length < 2 || signs.length !== numbers.length - 1) return null;
  const isExact = !isAbout && [...numbers, written].every(({ isWhole }) => isWhole);
  const room = isExact ? 0.002 : isAbout ? 0.06 : 0.02;
  const hasUnit = [...numbers, written].some((number) => number.hasUnit);
  const factors = unitFactors(hasUnit, wording);
  // Percent of something is a share of it; in a difference it may be either.
  const isProduct = signs.some(({ sign }) => sign === '*' || sign === '/');
  const isLong = numbers.length > 2 && !isProduct;
  for (const asShare of isProduct ? [true] : [false, true]) {
    const range = new SumReader(tokens, isLong, asShare).read();
    if (!range) return null;
    const outOf = numbers.length === 2 && signs[0]?.sign === '/' ? Math.abs(differenceOf(numbers)) : null;
    if (outOf !== null && explains({ low: outOf, high: outOf }, written, room, 1)) return null;
    if (factors.some((factor) => explains(range, written, room, factor))) return null;
  }
  const exact = tokens.map((token) => (token.kind === 'number' ? { ...token, half: 0 } : token));
  const plain = new SumReader(exact, false, true).read();
  return plain ? Number(plain.low.toPrecision(6)) : null;
}
