import 'server-only';
import { changesBetween } from '@/grader/rulings/plan-regrade';
import { type OwnRegrade, OwnRegradeSchema } from '@/schemas/regrade';
import type { ResultView } from '@/schemas/result';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { readGradeHistory } from '../grades/grade-history';

/** What the last regrade made of one's own draft, or that it was taken back; null where there was none. */
export async function selectOwnRegrade(actor: Actor, view: ResultView): Promise<OwnRegrade | null> {
  const { grade, submissionId } = view;
  if (!grade) return null;
  const own = await database()
    .selectFrom('submissions')
    .select('id')
    .where('id', '=', submissionId)
    .where('learnerId', '=', actor.learnerId)
    .executeTakeFirst();
  if (!own) return null;
  const history = await readGradeHistory(database(), submissionId);
  const regrade = history.findLast(({ kind }) => kind === 'regrade');
  const before = regrade && history.find(({ number }) => number === regrade.number - 1);
  if (!regrade || !before) return null;
  const titleOf = (id: string) => grade.criteria.find((line) => line.id === id)?.title ?? id;
  return OwnRegradeSchema.parse({
    ...{ at: regrade.at, reason: regrade.reason, before: before.grade.overall, after: regrade.grade.overall },
    changes: changesBetween(before.grade, regrade.grade, titleOf).map(({ quote: _, ...change }) => change),
    isUndone: history.some(({ kind, batchId }) => kind === 'undo' && batchId === regrade.batchId),
  });
}
