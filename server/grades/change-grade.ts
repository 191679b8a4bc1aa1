import 'server-only';
import { type Grade, GradeSchema } from '@/schemas/grade';
import type { GradeEventKind } from '@/schemas/grade-event';
import { type LearnerId, LearnerIdSchema, type SubmissionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import { toJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';
import { holdLearner } from '../learners';
import { newId } from '../new-id';
import { recomputeExercises } from '../rollups';
import { rollUpJudgements } from './roll-up-judgements';

export interface GradeChange {
  readonly submissionId: SubmissionId;
  readonly kind: Exclude<GradeEventKind, 'machine'>;
  readonly grade: Grade;
  /** Of a rubric that is in `rubric_snapshots`; the one of the grade in force where none is given. */
  readonly rubricHash?: string;
  readonly byId: LearnerId;
  /** Kept for good, and shown to whoever may see the grade. */
  readonly reason: string;
  readonly batchId?: string;
  /** Number of the event that its author had before them (`latestEvent`): of two people deciding at once, one is told. */
  readonly basedOn: number;
}

const MACHINE = { kind: 'machine', byId: null, reason: '', batchId: null } as const;

/** Number of the event that is in force: 0 while nobody has changed the machine's grade. */
export async function latestEvent(tx: Db | Tx, submissionId: SubmissionId): Promise<number> {
  const row = await tx
    .selectFrom('grade_events')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('submissionId', '=', submissionId)
    .executeTakeFirst();
  return Number(row?.number ?? 0);
}

/** Grades of one learner follow one another: the learner's row is held until the transaction ends. */
async function lockOwner(tx: Tx, submissionId: SubmissionId): Promise<LearnerId | null> {
  const owner = await tx
    .selectFrom('submissions')
    .select('learnerId')
    .where('id', '=', submissionId)
    .executeTakeFirst();
  return owner ? holdLearner(tx, LearnerIdSchema.parse(owner.learnerId)) : null;
}

/**
 * Puts another grade in force: appends it to the history, writes it into `grades` and rolls it up. The machine's own
 * becomes event 0 with the first change, so nothing that was ever in force is lost (docs/decisions/028).
 */
export async function changeGrade(
  tx: Tx,
  change: GradeChange,
): Promise<Outcome<{ readonly number: number }, 'no-grade' | 'changed-since'>> {
  const { submissionId } = change;
  const learnerId = await lockOwner(tx, submissionId);
  const now = await tx.selectFrom('grades').selectAll().where('submissionId', '=', submissionId).executeTakeFirst();
  if (!learnerId || !now) return { ok: false, reason: 'no-grade' };
  const latest = await latestEvent(tx, submissionId);
  if (latest !== change.basedOn) return { ok: false, reason: 'changed-since' };
  if (latest === 0)
    await tx
      .insertInto('grade_events')
      .values({
        id: newId(),
        submissionId,
        number: 0,
        ...MACHINE,
        grade: now.grade,
        rubricHash: now.rubricHash,
        at: now.gradedAt,
      })
      .onConflict((conflict) => conflict.columns(['submissionId', 'number']).doNothing())
      .execute();
  const { kind, byId, reason } = change;
  const grade = toJson(GradeSchema.parse(change.grade));
  const rubricHash = change.rubricHash ?? now.rubricHash;
  const number = latest + 1;
  const batchId = change.batchId ?? null;
  await tx
    .insertInto('grade_events')
    .values({ id: newId(), submissionId, number, kind, grade, rubricHash, byId, reason, batchId, at: Date.now() })
    .execute();
  const { overall, needsReview, receipt } = change.grade;
  await tx
    .updateTable('grades')
    .set({ grade, overall, needsReview: needsReview ? 1 : 0, graderVersion: receipt.grader, rubricHash })
    .where('submissionId', '=', submissionId)
    .execute();
  await rollUpJudgements(tx, submissionId, change.grade);
  await recomputeExercises(tx, learnerId);
  return { ok: true, value: { number } };
}
