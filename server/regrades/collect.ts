import 'server-only';
import { getCourse } from '@/course/course';
import { findAlikeSentence } from '@/grader/similarity/alike-sentence';
import { type Grade, GradeSchema } from '@/schemas/grade';
import { LEVEL_SHARE } from '@/schemas/rubric';
import { HandInSchema } from '@/schemas/scenario';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { currentReceipt, isOutdated } from './current-receipt';
import { type AlikeRuling, alikeRulingOf, moveOn, type RegradeRow } from './regrades';

/** Few enough that no request waits for it. */
const ROWS_AT_ONCE = 50;

/** Graded drafts of the cohort, or of all; never those of whoever asks for the regrade. */
function candidates({ cohortId, createdById, collectedTo }: RegradeRow, scenarioId: string | null) {
  let query = database()
    .selectFrom('submissions')
    .innerJoin('grades', 'grades.submissionId', 'submissions.id')
    .innerJoin('attempts', 'attempts.id', 'submissions.attemptId')
    .select(['submissions.id', 'submissions.scenarioId', 'variant', 'grade', 'overall', 'handIn'])
    .where('submissions.learnerId', '!=', createdById)
    .where('submissions.id', '>', collectedTo)
    .orderBy('submissions.id')
    .limit(ROWS_AT_ONCE);
  if (scenarioId !== null) query = query.where('submissions.scenarioId', '=', scenarioId);
  if (cohortId === null) return query;
  return query.where('submissions.learnerId', 'in', (eb) =>
    eb
      .selectFrom('enrolments')
      .select('enrolments.learnerId')
      .where('cohortId', '=', cohortId)
      .where('role', '=', 'learner')
      .where('enrolments.status', '=', 'active'),
  );
}

/** A lower level on this criterion, set by no person, and a sentence that says what the ruling was about. */
function isAlike({ criterionId, level, sentence }: AlikeRuling, grade: Grade, text: string): boolean {
  const line = grade.criteria.find(({ id }) => id === criterionId);
  if (!line || line.person || LEVEL_SHARE[line.level] >= LEVEL_SHARE[level]) return false;
  return findAlikeSentence(sentence, text) !== null;
}

/** Looks at one more handful of drafts. Fulfils with whether it was the last. */
export async function collectSome(regrade: RegradeRow): Promise<boolean> {
  const ruling = alikeRulingOf(regrade);
  const today = ruling ? null : await currentReceipt(await getCourse());
  const rows = await candidates(regrade, ruling?.scenarioId ?? null).execute();
  const found = rows.filter((row) => {
    const grade = fromJson(row.grade, GradeSchema);
    if (ruling) return isAlike(ruling, grade, fromJson(row.handIn, HandInSchema).explanation);
    return today !== null && isOutdated(today, row.scenarioId, row.variant, grade.receipt);
  });
  if (found.length > 0)
    await database()
      .insertInto('regrade_lines')
      .values(
        found.map(({ id, scenarioId, overall }) => ({
          ...{ regradeId: regrade.id, submissionId: id, scenarioId, basedOn: 0, state: 'waiting' },
          ...{ before: overall, after: overall, afterKept: overall, grade: null, rubricHash: null, changes: '[]' },
          ...{ isHeld: 0, isConfirmed: 0, event: null },
        })),
      )
      .onConflict((conflict) => conflict.columns(['regradeId', 'submissionId']).doNothing())
      .execute();
  const collectedTo = rows.at(-1)?.id ?? regrade.collectedTo;
  await database()
    .updateTable('regrades')
    .set((eb) => ({ collectedTo, looked: eb('looked', '+', rows.length) }))
    .where('id', '=', regrade.id)
    // A slice that ran twice at once counts and moves once.
    .where('collectedTo', '=', regrade.collectedTo)
    .execute();
  if (rows.length === ROWS_AT_ONCE) return false;
  await moveOn(regrade.id, 'collecting', 'grading');
  return true;
}
