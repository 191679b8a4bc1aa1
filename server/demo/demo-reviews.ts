import 'server-only';
import { selectOptionalExercise } from '@/course/select';
import { applyRulings, type Ruling } from '@/grader/rulings/apply-rulings';
import type { Course } from '@/schemas/course';
import { type Grade, GradeSchema } from '@/schemas/grade';
import { type LearnerId, LearnerIdSchema, SubmissionIdSchema } from '@/schemas/ids';
import { fromJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { changeGrade } from '../grades/change-grade';
import { newId } from '../new-id';
import { notify } from '../notices';
import { chance } from './chance';

const DRAWS = 1_000_000;
const REASON =
  'You do make this point, in other words than the rubric’s: the second paragraph says what would change your mind and who would notice.';

/** A level higher where the grader was least sure; a confirmation where nothing can be raised. */
function correctionOf({ criteria }: Grade): Ruling[] {
  const [doubted] = criteria
    .filter(({ level }) => level !== 'full')
    .toSorted((one, other) => one.confidence - other.confidence);
  if (!doubted) return [];
  return [{ criterionId: doubted.id, level: doubted.level === 'none' ? 'half' : 'full', reason: REASON }];
}

async function decide(
  tx: Tx,
  course: Course,
  reviewerId: LearnerId,
  row: { readonly id: string; readonly learnerId: string; readonly scenarioId: string; readonly grade: string },
  isCorrected: boolean,
): Promise<void> {
  const submissionId = SubmissionIdSchema.parse(row.id);
  const before = fromJson(row.grade, GradeSchema);
  const rulings = isCorrected ? correctionOf(before) : [];
  const reason = rulings.map((ruling) => ruling.reason).join('\n') || 'Confirmed.';
  const grade = applyRulings(before, rulings);
  await changeGrade(tx, { submissionId, kind: 'review', grade, byId: reviewerId, reason, basedOn: 0 });
  const shared = {
    submissionId,
    reviewerId,
    event: 1,
    viaId: null,
    idempotencyKey: `demo-${submissionId}`,
    at: Date.now(),
  };
  const [ruling] = rulings;
  const decision = ruling
    ? { ...shared, id: newId(), decision: 'override', ...ruling }
    : { ...shared, id: newId(), decision: 'confirm', criterionId: null, level: null, reason: null };
  await tx.insertInto('reviews').values(decision).execute();
  const draw = Math.floor(chance(submissionId) * DRAWS);
  await tx
    .insertInto('review_entries')
    .values({ submissionId, draw, sketch: null, standing: 'decided', standingEvent: 1 })
    .execute();
  const title = selectOptionalExercise(course, row.scenarioId)?.scenario.title ?? row.scenarioId;
  await notify(tx, LearnerIdSchema.parse(row.learnerId), `review:${submissionId}`, {
    kind: 'review',
    title: `A person looked at your draft of “${title}”`,
    text: ruling ? 'They set levels anew and say why.' : 'They confirmed its grade.',
    href: `/results/${submissionId}`,
  });
}

/**
 * What a colleague has marked by now: every second draft that went to a person, and of those every second corrected.
 * The others wait, so that the queue has something in it.
 */
export async function addReviews(
  tx: Tx,
  course: Course,
  learnerIds: readonly LearnerId[],
  reviewerId: LearnerId,
): Promise<void> {
  const rows = await tx
    .selectFrom('submissions')
    .innerJoin('grades', 'grades.submissionId', 'submissions.id')
    .select(['submissions.id', 'submissions.learnerId', 'scenarioId', 'grade'])
    .where('submissions.learnerId', 'in', learnerIds)
    .where('needsReview', '=', 1)
    .orderBy('submittedAt')
    .orderBy('submissions.id')
    .execute();
  const decided = rows.filter((_, index) => index % 2 === 0);
  for (const [index, row] of decided.entries()) await decide(tx, course, reviewerId, row, index % 2 === 0);
}
