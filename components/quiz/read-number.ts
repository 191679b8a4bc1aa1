/** "1 500" and "1.5e3" are numbers; "1,5" is refused, because a comma means different things to different people. */
export function readNumber(text: string): number | null {
  const compact = text.replace(/[\s_]/g, '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(compact)) return null;
  const value = Number(compact);
  return Number.isFinite(value) ? value : null;
}
