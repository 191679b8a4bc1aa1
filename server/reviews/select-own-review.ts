import 'server-only';
import { CriterionIdSchema, SubmissionIdSchema } from '@/schemas/ids';
import type { ResultView } from '@/schemas/result';
import { type OwnReview, OwnReviewSchema } from '@/schemas/review-desk';
import { LevelSchema } from '@/schemas/rubric';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { readGradeHistory } from '../grades/grade-history';
import { readDecision } from './undo-review';

/** What a person decided about one's own draft; null where nobody did, it was taken back, or the grade is not shown yet. */
export async function selectOwnReview(actor: Actor, view: ResultView): Promise<OwnReview | null> {
  const { submissionId, grade } = view;
  const own = await database()
    .selectFrom('submissions')
    .select('id')
    .where('id', '=', submissionId)
    .where('learnerId', '=', actor.learnerId)
    .executeTakeFirst();
  if (!own || !grade) return null;
  const decided = await readDecision(database(), SubmissionIdSchema.parse(own.id));
  if (!decided) return null;
  const before = (await readGradeHistory(database(), submissionId)).find(({ number }) => number === decided.event - 1);
  const rows = await database()
    .selectFrom('reviews')
    .select(['criterionId', 'level', 'reason'])
    .where('submissionId', '=', submissionId)
    .where('event', '=', decided.event)
    .where('decision', '=', 'override')
    .execute();
  const changes = rows.map(({ criterionId, level, reason }) => ({
    criterionId: CriterionIdSchema.parse(criterionId),
    title: grade.criteria.find(({ id }) => id === criterionId)?.title ?? criterionId ?? '',
    from: before?.grade.criteria.find(({ id }) => id === criterionId)?.level ?? 'none',
    to: LevelSchema.parse(level),
    reason: reason ?? '',
  }));
  return OwnReviewSchema.parse({ at: decided.at, changes });
}
