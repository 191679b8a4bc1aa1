import type { HandInSummary } from '@/schemas/result';

/** The draft that counts: the best overall, and of two alike the earlier. Null while none of them has a grade to show. */
export function bestHandIn<Graded extends Pick<HandInSummary, 'number' | 'overall'>>(
  handIns: readonly Graded[],
): Graded | null {
  const graded = handIns.filter(({ overall }) => overall !== null);
  const [best] = graded.toSorted(
    (one, other) => (other.overall ?? 0) - (one.overall ?? 0) || one.number - other.number,
  );
  return best ?? null;
}
