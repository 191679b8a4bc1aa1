import type { Laid, Probe } from './compare';
import { type Lexicon, SAME } from './lexicon';

/** How much more each word of the lexicon belongs to one criterion than to the others, as log odds; 0 at least. */
export type Topic = Float64Array;

const SMOOTHING = 0.5;

/** Counts how often each word occurs in some probes, once a probe. */
function count(lexicon: Lexicon, probes: readonly Probe[]): Float64Array {
  const counts = new Float64Array(lexicon.keys.length);
  for (const { ids } of probes) for (const id of new Set(ids)) if (id >= 0) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

/** One topic per group of probes: log odds of a word in the group against all other groups. */
export function buildTopics(lexicon: Lexicon, groups: readonly (readonly Probe[])[]): Topic[] {
  const counts = groups.map((probes) => count(lexicon, probes));
  const sizes = groups.map((probes) => probes.length);
  const size = sizes.reduce((sum, own) => sum + own, 0);
  return groups.map((_, at) => {
    const own = counts[at] ?? new Float64Array();
    const ownSize = sizes[at] ?? 0;
    return own.map((value, word) => {
      const all = counts.reduce((sum, other) => sum + (other[word] ?? 0), 0);
      const here = (value + SMOOTHING) / (ownSize + 1);
      const there = (all - value + SMOOTHING) / (size - ownSize + 1);
      return Math.max(0, Math.log(here / there));
    });
  });
}

/** Rows are kept by the lexicon, so a row's nearest word of a topic is looked for once. */
const nearestOf = new WeakMap<Topic, WeakMap<Uint8Array, number>>();

function nearestWord(topic: Topic, row: Uint8Array): number {
  const rows = nearestOf.get(topic) ?? new WeakMap<Uint8Array, number>();
  nearestOf.set(topic, rows);
  const known = rows.get(row);
  if (known !== undefined) return known;
  let best = 0;
  for (let word = 0; word < row.length; word += 1) {
    const value = (row[word] ?? 0) * (topic[word] ?? 0);
    if (value > best) best = value;
  }
  rows.set(row, best);
  return best;
}

/** How much a text speaks of a topic: the sum over its terms of weight, nearness and log odds. */
export function topicScore(laid: Laid, topic: Topic): number {
  let sum = 0;
  laid.rows.forEach((row, at) => {
    sum += (nearestWord(topic, row) / SAME) * (laid.weights[at] ?? 0);
  });
  return sum;
}
