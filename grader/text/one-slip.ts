/**
 * Whether two words differ by one slip of the pen: a letter too many, too few or wrong, or two neighbours swapped. The
 * first letter is hardly ever the wrong one, so it must be the same.
 */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short.charCodeAt(0) !== long.charCodeAt(0)) return false;
  let at = 1;
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return at < short.length;
  const isSwapped =
    short.charCodeAt(at) === long.charCodeAt(at + 1) && short.charCodeAt(at + 1) === long.charCodeAt(at);
  return isSwapped && short.slice(at + 2) === long.slice(at + 2);
}
