import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { varyExercise } from '@/course/vary-exercise';
import { rulingsOf } from '@/grader/rulings/apply-rulings';
import {
  changesBetween,
  keepHigher,
  planRegrade,
  withRulingOnAlike,
  withRulingsOf,
} from '@/grader/rulings/plan-regrade';
import { findAlikeSentence } from '@/grader/similarity/alike-sentence';
import type { Exercise } from '@/schemas/course';
import type { Grade } from '@/schemas/grade';
import { SubmissionIdSchema } from '@/schemas/ids';
import { type HandIn, HandInSchema } from '@/schemas/scenario';
import { database } from '../db/database';
import { fromJson, toJson } from '../db/json';
import { readGradeHistory } from '../grades/grade-history';
import { gradeInThread } from '../grading-thread';
import { logError } from '../log';
import { alikeRulingOf, moveOn, type RegradeRow, reasonForAlike } from './regrades';

/** Few, so that a slice that was killed loses little. */
const LINES_AT_ONCE = 10;

/** The rubric as it stands now, kept before any grade by it is: a preview can be applied later than the files change. */
async function keepRubric({ rubric, rubricHash }: Exercise): Promise<void> {
  await database()
    .insertInto('rubric_snapshots')
    .values({ hash: rubricHash, rubric: toJson(rubric), storedAt: Date.now() })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

interface Next {
  readonly grade: Grade;
  readonly rubricHash: string | null;
}

async function gradeAnew(regrade: RegradeRow, exercise: Exercise, handIn: HandIn, now: Grade): Promise<Next> {
  const ruling = alikeRulingOf(regrade);
  if (ruling) {
    const { criterionId, level } = ruling;
    return { grade: withRulingOnAlike(now, { criterionId, level, reason: reasonForAlike }), rubricHash: null };
  }
  const machine = await gradeInThread(exercise, handIn);
  if (machine.receipt.engine === 'none') throw new Error('the grader did not judge it in time');
  await keepRubric(exercise);
  return { grade: withRulingsOf(now, machine), rubricHash: exercise.rubricHash };
}

async function previewLine(regrade: RegradeRow, submissionId: string): Promise<void> {
  const row = await database()
    .selectFrom('submissions')
    .innerJoin('attempts', 'attempts.id', 'submissions.attemptId')
    .select(['submissions.scenarioId', 'variant', 'handIn'])
    .where('submissions.id', '=', submissionId)
    .executeTakeFirst();
  const base = row && selectOptionalExercise(await getCourse(), row.scenarioId);
  const latest = (await readGradeHistory(database(), SubmissionIdSchema.parse(submissionId))).at(-1);
  if (!row || !base || !latest) throw new Error('the exercise is not in the course any more');
  const exercise = varyExercise(base, row.variant);
  const handIn = fromJson(row.handIn, HandInSchema);
  const { grade, rubricHash } = await gradeAnew(regrade, exercise, handIn, latest.grade);
  const titleOf = (id: string) => exercise.rubric.criteria.find((line) => line.id === id)?.title ?? id;
  const sentence = alikeRulingOf(regrade)?.sentence;
  const alike = sentence ? (findAlikeSentence(sentence, handIn.explanation)?.quote ?? null) : null;
  const changes = changesBetween(latest.grade, grade, titleOf).map((change) =>
    sentence ? { ...change, quote: alike } : change,
  );
  // A person stood by every level of it without setting one: nothing of that is in the grade, so it is held.
  const isConfirmed = latest.kind === 'review' && rulingsOf(latest.grade).length === 0;
  const moves = planRegrade(latest.grade, grade, { neverLowerOverall: false, neverLowerCriteria: false }) !== null;
  await database()
    .updateTable('regrade_lines')
    .set({ basedOn: latest.number, state: 'graded', before: latest.grade.overall, after: grade.overall, rubricHash })
    .set({ afterKept: keepHigher(latest.grade, grade).overall, grade: moves ? toJson(grade) : null })
    .set({ changes: toJson(changes), isConfirmed: isConfirmed ? 1 : 0, isHeld: isConfirmed && moves ? 1 : 0 })
    .where('regradeId', '=', regrade.id)
    .where('submissionId', '=', submissionId)
    .where('state', '=', 'waiting')
    .execute();
}

/** Grades one more handful anew, beside the grades in force. Fulfils with whether it was the last. */
export async function previewSome(regrade: RegradeRow): Promise<boolean> {
  const lines = await database()
    .selectFrom('regrade_lines')
    .select('submissionId')
    .where('regradeId', '=', regrade.id)
    .where('state', '=', 'waiting')
    .orderBy('submissionId')
    .limit(LINES_AT_ONCE)
    .execute();
  for (const { submissionId } of lines)
    try {
      await previewLine(regrade, submissionId);
    } catch (error) {
      logError('regrade-line-failed', error, { regradeId: regrade.id, submissionId });
      await database()
        .updateTable('regrade_lines')
        .set({ state: 'failed' })
        .where('regradeId', '=', regrade.id)
        .where('submissionId', '=', submissionId)
        .execute();
    }
  if (lines.length === LINES_AT_ONCE) return false;
  const any = await database()
    .selectFrom('regrade_lines')
    .select('submissionId')
    .where('regradeId', '=', regrade.id)
    .executeTakeFirst();
  // A proposal that would change nobody's grade is no proposal.
  const isEmpty = !any && regrade.kind === 'appeal';
  await moveOn(regrade.id, 'grading', isEmpty ? 'dropped' : 'ready', { readyAt: Date.now() });
  return true;
}
