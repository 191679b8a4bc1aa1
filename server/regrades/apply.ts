import 'server-only';
import { planRegrade } from '@/grader/rulings/plan-regrade';
import { GradeSchema } from '@/schemas/grade';
import { LearnerIdSchema, type SubmissionId, SubmissionIdSchema } from '@/schemas/ids';
import { database, inTransaction } from '../db/database';
import { fromJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { changeGrade, latestEvent } from '../grades/change-grade';
import { notify } from '../notices';
import { moveOn, type RegradeRow } from './regrades';

const LINES_AT_ONCE = 20;

const percent = (share: number) => `${Math.round(share * 100)} %`;

async function tell(tx: Tx, regrade: RegradeRow, submissionId: SubmissionId, title: string, text: string) {
  const owner = await tx
    .selectFrom('submissions')
    .select('learnerId')
    .where('id', '=', submissionId)
    .executeTakeFirstOrThrow();
  const href = `/results/${submissionId}`;
  await notify(tx, owner.learnerId, `regrade:${regrade.id}:${submissionId}`, { kind: 'regrade', title, text, href });
}

const setLine = (tx: Tx, regrade: RegradeRow, submissionId: string, set: { state: string; event?: number }) =>
  tx
    .updateTable('regrade_lines')
    .set(set)
    .where('regradeId', '=', regrade.id)
    .where('submissionId', '=', submissionId)
    .execute();

/** Takes a line for this transaction: of two jobs at once, or after a kill, one finds it still to do. */
const takeLine = (tx: Tx, regrade: RegradeRow, submissionId: string, from: string, to: string) =>
  tx
    .updateTable('regrade_lines')
    .set({ state: to })
    .where('regradeId', '=', regrade.id)
    .where('submissionId', '=', submissionId)
    .where('state', '=', from)
    .returningAll()
    .executeTakeFirst();

const optionsOf = ({ neverLowerOverall, neverLowerCriteria }: RegradeRow) => ({
  neverLowerOverall: neverLowerOverall === 1,
  neverLowerCriteria: neverLowerCriteria === 1,
});

/** One learner, one transaction: grade, history, sums and news, or nothing. */
async function applyLine(regrade: RegradeRow, id: string): Promise<void> {
  const submissionId = SubmissionIdSchema.parse(id);
  await inTransaction(async (tx) => {
    const line = await takeLine(tx, regrade, submissionId, 'graded', 'applied');
    if (!line) return;
    const stored = await tx
      .selectFrom('grades')
      .select('grade')
      .where('submissionId', '=', submissionId)
      .executeTakeFirst();
    if (line.isHeld === 1 || line.grade === null || !stored) {
      await setLine(tx, regrade, submissionId, { state: 'kept' });
      return;
    }
    if ((await latestEvent(tx, submissionId)) !== line.basedOn) {
      await setLine(tx, regrade, submissionId, { state: 'changed-since' });
      return;
    }
    const now = fromJson(stored.grade, GradeSchema);
    const grade = planRegrade(now, fromJson(line.grade, GradeSchema), optionsOf(regrade));
    if (!grade) {
      await setLine(tx, regrade, submissionId, { state: 'kept' });
      return;
    }
    const by = {
      byId: LearnerIdSchema.parse(regrade.appliedById ?? regrade.createdById),
      reason: regrade.reason,
      batchId: regrade.id,
    };
    const rubric = line.rubricHash === null ? {} : { rubricHash: line.rubricHash };
    const change = { submissionId, kind: 'regrade', grade, basedOn: line.basedOn, ...by, ...rubric } as const;
    const changed = await changeGrade(tx, change);
    if (!changed.ok) {
      await setLine(tx, regrade, submissionId, { state: 'changed-since' });
      return;
    }
    await setLine(tx, regrade, submissionId, { state: 'applied', event: changed.value.number });
    const text = `${percent(now.overall)} became ${percent(grade.overall)}. ${regrade.reason}`;
    await tell(tx, regrade, submissionId, `A draft of ${line.scenarioId} was graded anew`, text);
  });
}

/** Puts the grade before the regrade back in force, but only where nothing happened since. */
async function undoLine(regrade: RegradeRow, id: string): Promise<void> {
  const submissionId = SubmissionIdSchema.parse(id);
  await inTransaction(async (tx) => {
    const line = await takeLine(tx, regrade, submissionId, 'applied', 'undone');
    if (!line || line.event === null) return;
    const before = await tx
      .selectFrom('grade_events')
      .select(['grade', 'rubricHash'])
      .where('submissionId', '=', submissionId)
      .where('number', '=', line.event - 1)
      .executeTakeFirst();
    if (!before || (await latestEvent(tx, submissionId)) !== line.event) {
      await setLine(tx, regrade, submissionId, { state: 'not-undone' });
      return;
    }
    const grade = fromJson(before.grade, GradeSchema);
    const by = { byId: LearnerIdSchema.parse(regrade.undoneById ?? regrade.createdById), batchId: regrade.id };
    const change = { submissionId, kind: 'undo', grade, rubricHash: before.rubricHash, basedOn: line.event } as const;
    const changed = await changeGrade(tx, { ...change, ...by, reason: 'The regrade was taken back.' });
    if (!changed.ok) {
      await setLine(tx, regrade, submissionId, { state: 'not-undone' });
      return;
    }
    const text = `${percent(grade.overall)} counts again. What was said then: ${regrade.reason}`;
    await tell(tx, regrade, submissionId, `A regrade of a draft of ${line.scenarioId} was taken back`, text);
  });
}

async function workThrough(
  regrade: RegradeRow,
  state: string,
  run: (regrade: RegradeRow, id: string) => Promise<void>,
): Promise<boolean> {
  const lines = await database()
    .selectFrom('regrade_lines')
    .select('submissionId')
    .where('regradeId', '=', regrade.id)
    .where('state', '=', state)
    .orderBy('submissionId')
    .limit(LINES_AT_ONCE)
    .execute();
  for (const { submissionId } of lines) await run(regrade, submissionId);
  return lines.length < LINES_AT_ONCE;
}

/** Applies one more handful. Fulfils with whether it was the last. */
export async function applySome(regrade: RegradeRow): Promise<boolean> {
  if (!(await workThrough(regrade, 'graded', applyLine))) return false;
  await moveOn(regrade.id, 'applying', 'applied', { appliedAt: Date.now() });
  return true;
}

/** Takes one more handful back. Fulfils with whether it was the last. */
export async function undoSome(regrade: RegradeRow): Promise<boolean> {
  if (!(await workThrough(regrade, 'applied', undoLine))) return false;
  await moveOn(regrade.id, 'undoing', 'undone', { undoneAt: Date.now() });
  return true;
}
