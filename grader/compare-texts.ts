/** A stretch that two texts share, or that only the earlier or only the later one has. */
export interface TextPiece {
  readonly type: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Above this many pairs of words the texts are compared line by line: the table below would take seconds. */
const MOST_PAIRS = 4_000_000;

/** Words with the space behind them, so that joining the pieces gives back each text exactly. */
const toWords = (text: string): string[] => text.match(/\s*\S+\s*?(?=\s\S|$)|\s+/g) ?? [];
const toLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/**
 * What changed between two texts, as pieces in reading order: joined without the added ones they are `before`, without the
 * removed ones `after`. Words are kept by a longest common subsequence (Wagner and Fischer 1974).
 */
export function compareTexts(before: string, after: string): TextPiece[] {
  const words = [toWords(before), toWords(after)] as const;
  const lines = [toLines(before), toLines(after)] as const;
  const fits = ([one, other]: readonly [string[], string[]]) => one.length * other.length <= MOST_PAIRS;
  if (fits(words)) return joined(pieces(...words));
  return fits(lines) ? joined(pieces(...lines)) : joined(replaced([before], [after]));
}

const replaced = (before: readonly string[], after: readonly string[]): TextPiece[] => [
  ...before.map((text): TextPiece => ({ type: 'removed', text })),
  ...after.map((text): TextPiece => ({ type: 'added', text })),
];

/** Common beginning and end first: a revision usually touches little, and the table grows with the product. */
function pieces(before: readonly string[], after: readonly string[]): TextPiece[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const same = (list: readonly string[]) => list.map((text): TextPiece => ({ type: 'same', text }));
  return [
    ...same(before.slice(0, start)),
    ...middle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.slice(before.length - end)),
  ];
}

/** `table[i][j]`: length of the longest common subsequence of what follows i in `before` and j in `after`. */
function middle(before: readonly string[], after: readonly string[]): TextPiece[] {
  if (before.length === 0 || after.length === 0) return replaced(before, after);
  const width = after.length + 1;
  const table = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      table[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: TextPiece[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [removed, added] = [before[i], after[j]];
    if (removed !== undefined && removed === added) {
      found.push({ type: 'same', text: removed });
      i += 1;
      j += 1;
    } else if (removed !== undefined && (added === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ type: 'removed', text: removed });
      i += 1;
    } else if (added !== undefined) {
      found.push({ type: 'added', text: added });
      j += 1;
    }
  }
  return found;
}

/** Neighbours of one type become one piece. */
function joined(list: readonly TextPiece[]): TextPiece[] {
  const merged: TextPiece[] = [];
  for (const piece of list) {
    const last = merged.at(-1);
    if (last?.type === piece.type) merged[merged.length - 1] = { ...last, text: last.text + piece.text };
    else merged.push(piece);
  }
  return merged;
}
