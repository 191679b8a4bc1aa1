/** British forms folded into American ones, so that either spelling meets the other. Applied to whole lower-case words. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/^(licen)c(e[ds]?|ing)$/, '$1s$2'],
  [/^(behavi|col|fav|hon|neighb|lab|harb|vap|rum|flav|hum)our/, '$1or'],
  [/^(cent|met|lit|fib|theat)re(s?)$/, '$1er$2'],
  [/^(\w{3,})is(e[ds]?|ing|ation|ations|er|ers)$/, '$1iz$2'],
  [/^(anal)ys(e[ds]?|ing)$/, '$1yz$2'],
  [/^(catal|dial|anal)ogue(s?)$/, '$1og$2'],
  [/^(program)me(s?)$/, '$1$2'],
  [/^(artefact)(s?)$/, 'artifact$2'],
  [/^(\w+[aeiou]l)l(ed|ing|er|ers)$/, '$1$2'],
  [/^(defen|offen)ce(s?)$/, '$1se$2'],
];

/** One spelling for each word. */
export function foldSpelling(word: string): string {
  const pair = PAIRS.find(([pattern]) => pattern.test(word));
  return pair ? word.replace(pair[0], pair[1]) : word;
}
