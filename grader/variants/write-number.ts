import { type NumberToken, wordFor } from './number-tokens';

const MOST_DECIMALS = 6;

/** "1234567" as "1,234,567". */
function inThousands(digits: string, group: string): string {
  const head = digits.length % 3;
  const parts = head > 0 ? [digits.slice(0, head)] : [];
  for (let at = head; at < digits.length; at += 3) parts.push(digits.slice(at, at + 3));
  return parts.join(group);
}

function grouped(digits: string, token: NumberToken, value: number): string {
  const [whole = '', fraction] = digits.split('.');
  const group = token.group === '' && value >= 1_000 && token.value / token.factor < 1_000 ? ',' : token.group;
  const marked = group === '' ? whole : inThousands(whole, group);
  return fraction === undefined ? marked : `${marked}${token.point}${fraction}`;
}

/** The coarsest way of writing a value, beginning with the token's own, that is no further off than `room`. */
function round(value: number, token: NumberToken, room: number, isRounded: boolean): string {
  const isOff = (written: number) => Math.abs(written - value) > room * Math.abs(value);
  if (isRounded)
    for (let step = token.step; step > 1; step /= 10) {
      const written = Math.round(value / step) * step;
      if (!isOff(written)) return String(written);
    }
  for (let decimals = token.decimals; decimals <= MOST_DECIMALS; decimals += 1) {
    const written = value.toFixed(decimals);
    if (!isOff(Number(written))) return written;
  }
  return String(value);
}

/**
 * `value` in the manner of `token`: factor, thousands marks, decimals, digits or a word. A figure is written exactly,
 * the result of a sum to half a per mille, and what was rounded before is rounded again (at most 3 % off).
 */
export function writeNumber(
  value: number,
  token: NumberToken,
  manner: 'exact' | 'result' | 'rounded',
  original: string,
) {
  const word = token.isWord ? wordFor(value) : null;
  if (word) return /^\p{Lu}/u.test(original) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  const room = { exact: 1e-9, result: 0.0005, rounded: 0.03 }[manner];
  const own = value / token.factor;
  return grouped(round(own, token, room, manner === 'rounded'), token, own) + token.factorText;
}
