import 'server-only';
import { compareComments, compareGrades } from '@/grader/compare-grades';
import { type DraftChanges, DraftChangesSchema } from '@/schemas/comparison';
import type { ResultView } from '@/schemas/result';
import type { Actor } from '../actor';
import { selectResult } from '../submissions';

type ShownGrade = NonNullable<ResultView['grade']>;

const gradedDraft = (number: number, { overall, contradictions }: ShownGrade) => ({
  number,
  overall,
  isHeldDown: contradictions.length > 0,
});

/** What one draft changed against another, out of what their learner may see of both; null while one has no shown grade. */
export function changesBetween(before: ResultView, after: ResultView): DraftChanges | null {
  if (!before.grade || !after.grade) return null;
  const titles = new Map(after.grade.criteria.map(({ id, title }) => [id, title]));
  const { resolved, open } = compareComments(before.grade.comments, after.grade.comments);
  return DraftChangesSchema.parse({
    before: gradedDraft(before.number, before.grade),
    after: gradedDraft(after.number, after.grade),
    criteria: compareGrades(before.grade.criteria, after.grade.criteria).map((change) => ({
      ...change,
      title: titles.get(change.id) ?? change.id,
    })),
    resolved,
    open,
  });
}

/** What a draft changed against the one before it; null for a first draft, and where one of the two shows no grade. */
export async function selectSinceLast(actor: Actor, view: ResultView): Promise<DraftChanges | null> {
  const previous = view.handIns.find(({ number }) => number === view.number - 1);
  if (!view.grade || !previous) return null;
  const before = await selectResult(actor, previous.submissionId);
  return before && changesBetween(before, view);
}
