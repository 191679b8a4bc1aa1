/** Pairs of which one says the contrary of the other, by their everyday forms. Both sides may hold several words. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['open opened', 'closed close shut'],
  ['connected connect attached joined', 'separated separate disconnected apart isolated'],
  ['positive', 'negative'],
  ['hot hotter warm warmer heat', 'cold colder cool cooler'],
  ['high higher highest', 'low lower lowest'],
  ['more greater larger bigger most', 'less smaller fewer least'],
  ['increase increases increased rise gain grow', 'decrease decreases decreased reduce fall lose shrink drop'],
  ['up upward', 'down downward'],
  ['on', 'off'],
  ['same equal identical', 'different unequal'],
  ['before', 'after'],
  ['above', 'below'],
  ['fast faster quick quicker quickly', 'slow slower slowly'],
  ['hard harder', 'soft softer easy'],
  ['heavy heavier', 'light lighter'],
  ['big', 'small'],
  ['long longer', 'short shorter'],
  ['thick thicker', 'thin thinner'],
  ['inside inner internal', 'outside outer external'],
  ['left', 'right'],
  ['true correct right', 'false incorrect wrong'],
  ['start begin', 'stop end finish'],
  ['push', 'pull'],
  ['attract', 'repel'],
  ['conductor conduct', 'insulator insulate'],
  ['add', 'remove subtract'],
  ['evaporate', 'condense'],
  ['freeze', 'melt'],
  ['wet', 'dry'],
  ['full', 'empty'],
  ['always', 'never'],
  ['all every', 'none no'],
  ['many', 'few'],
  ['strong stronger', 'weak weaker'],
  ['expand', 'contract'],
  ['sink', 'float'],
  ['absorb', 'reflect'],
  ['static', 'dynamic'],
  ['fixed constant', 'variable flexible'],
  ['first', 'last'],
  ['minimum', 'maximum'],
  ['best', 'worst'],
  ['top', 'bottom'],
  ['early earlier', 'late later'],
  ['public', 'private'],
  ['local', 'global'],
  ['ascending', 'descending'],
  ['series', 'parallel'],
  ['safe', 'unsafe dangerous'],
  ['allow', 'forbid prevent'],
  ['cheap', 'expensive'],
  ['possible', 'impossible'],
  ['with', 'without'],
  ['lit on', 'unlit off out'],
  ['front', 'back'],
  ['near', 'far'],
  ['simple', 'complex'],
  ['sharp', 'dull'],
  ['smooth', 'rough'],
  ['supervised', 'unsupervised'],
  ['underfitting', 'overfitting'],
];

/** Word → words that say the contrary. */
export const ANTONYMS: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const map = new Map<string, Set<string>>();
  for (const [left, right] of PAIRS) {
    for (const one of left.split(' ')) {
      for (const other of right.split(' ')) {
        map.set(one, (map.get(one) ?? new Set()).add(other));
        map.set(other, (map.get(other) ?? new Set()).add(one));
      }
    }
  }
  return map;
})();
