import { repeatableRandom } from '../statistics/repeatable-random';

/** A list in an order of chance that the same seed gives again (Fisher and Yates). */
export function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  const list = [...values];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [list[at], list[other]];
    if (one === undefined || two === undefined) continue;
    [list[at], list[other]] = [two, one];
  }
  return list;
}

/** Half of a round from learners' drafts where there are so many, the rest from samples, in an order that tells nothing. */
export function drawAnswers<Value>(
  seed: number,
  samples: readonly Value[],
  drafts: readonly Value[],
  length: number,
): Value[] {
  const random = repeatableRandom(seed);
  const ofDrafts = shuffled(drafts, random).slice(0, Math.max(Math.floor(length / 2), length - samples.length));
  const ofSamples = shuffled(samples, random).slice(0, length - ofDrafts.length);
  return shuffled([...ofDrafts, ...ofSamples], random);
}
