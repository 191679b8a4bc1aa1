import 'server-only';
import { z } from 'zod';
import { GradeSchema } from '@/schemas/grade';
import { LevelChangeSchema } from '@/schemas/regrade';
import { HandInSchema } from '@/schemas/scenario';
import { forgetAppeals } from '../appeals/forget-appeals';
import { database, inTransaction } from '../db/database';
import { fromJson, toJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';
import { SELF_PACED_COHORT } from '../self-paced-cohort';
import { gradeWithoutText, handInWithoutText } from './without-text';

const ChangesSchema = z.array(LevelChangeSchema);

/**
 * People who were taken out of a cohort, are in no other, and have not been here since `before`. Studying at one's own
 * pace, as everybody may, is no cohort here; who still does has been here.
 */
export function withdrawnSince(db: Db | Tx, before: number) {
  const places = (status: string) =>
    db
      .selectFrom('enrolments')
      .select('learnerId')
      .where('status', '=', status)
      .where('cohortId', '!=', SELF_PACED_COHORT.id);
  return db
    .selectFrom('learners')
    .select('learners.id')
    .where('lastActiveAt', '<', before)
    .where('learners.id', 'in', places('withdrawn').where('role', '=', 'learner'))
    .where('learners.id', 'not in', places('active'));
}

/** Hand-ins of those people that still hold a text. */
export const textsOf = (db: Db | Tx, before: number) =>
  db
    .selectFrom('submissions')
    .innerJoin('learners', 'learners.id', 'submissions.learnerId')
    .where('textRemovedAt', 'is', null)
    .where('submissions.learnerId', 'in', withdrawnSince(db, before));

async function removeGrades(tx: Tx, submissionId: string): Promise<void> {
  for (const table of ['grades', 'grade_events'] as const) {
    const rows = await tx
      .selectFrom(table)
      .select('grade')
      .distinct()
      .where('submissionId', '=', submissionId)
      .execute();
    for (const { grade } of rows)
      await tx
        .updateTable(table)
        .set({ grade: toJson(gradeWithoutText(fromJson(grade, GradeSchema))) })
        .where('submissionId', '=', submissionId)
        .where('grade', '=', grade)
        .execute();
  }
}

/** What regrades kept of it: the grade that they would give, and the sentences by which levels move. */
async function removeRegradeLines(tx: Tx, submissionId: string): Promise<void> {
  const lines = await tx
    .selectFrom('regrade_lines')
    .select(['regradeId', 'grade', 'changes'])
    .where('submissionId', '=', submissionId)
    .execute();
  for (const { regradeId, grade, changes } of lines)
    await tx
      .updateTable('regrade_lines')
      .set({
        grade: grade === null ? null : toJson(gradeWithoutText(fromJson(grade, GradeSchema))),
        changes: toJson(fromJson(changes, ChangesSchema).map((change) => ({ ...change, quote: null }))),
      })
      .where('regradeId', '=', regradeId)
      .where('submissionId', '=', submissionId)
      .execute();
}

/** Appeals about the text point into it and argue with it; the grade that came of one stays, with its history. */
async function removeAppeals(tx: Tx, submissionId: string): Promise<void> {
  const rows = await tx.selectFrom('appeals').select('id').where('submissionId', '=', submissionId).execute();
  await forgetAppeals(
    tx,
    rows.map(({ id }) => id),
  );
  await tx.deleteFrom('appeals').where('submissionId', '=', submissionId).execute();
}

/** The text itself, everything that quotes it, and practice that was built on it. */
async function removeText(tx: Tx, id: string, handIn: string, now: number): Promise<void> {
  const text = toJson(handInWithoutText(fromJson(handIn, HandInSchema)));
  await tx.updateTable('submissions').set({ handIn: text, textRemovedAt: now }).where('id', '=', id).execute();
  await removeGrades(tx, id);
  await removeRegradeLines(tx, id);
  await removeAppeals(tx, id);
  for (const table of ['opinions', 'twist_rounds', 'rebuttals', 'review_notes'] as const)
    await tx.deleteFrom(table).where('submissionId', '=', id).execute();
  await tx
    .deleteFrom('alike_texts')
    .where((eb) => eb.or([eb('submissionId', '=', id), eb('otherId', '=', id)]))
    .execute();
  await tx.updateTable('review_entries').set({ sketch: '[]' }).where('submissionId', '=', id).execute();
}

/** What those people wrote besides: drafts, and why they saw the score of a quiz item otherwise. The score stays. */
async function removeOtherWords(tx: Tx, learnerIds: readonly string[]): Promise<void> {
  for (const table of ['drafts', 'draft_conflicts'] as const)
    await tx.deleteFrom(table).where('learnerId', 'in', learnerIds).execute();
  await tx.deleteFrom('appeals').where('learnerId', 'in', learnerIds).where('kind', '=', 'item').execute();
}

/** Removes at most `most` texts, with the drafts of their writers, and says how many. Somebody who comes back keeps the rest. */
export async function removeTexts(before: number, most: number): Promise<number> {
  return inTransaction(async (tx) => {
    const rows = await textsOf(tx, before)
      .select(['submissions.id', 'submissions.learnerId', 'handIn'])
      .orderBy('submissions.id')
      .limit(most)
      .execute();
    const now = Date.now();
    for (const { id, handIn } of rows) await removeText(tx, id, handIn, now);
    const ids = [...new Set(rows.map(({ learnerId }) => learnerId))];
    if (ids.length > 0) await removeOtherWords(tx, ids);
    return rows.length;
  });
}

/** How many there are, and since when the longest absent of their writers is. */
export async function countTexts(before: number) {
  return textsOf(database(), before)
    .select((eb) => [eb.fn.countAll<number | string>().as('count'), eb.fn.min('lastActiveAt').as('oldest')])
    .executeTakeFirstOrThrow();
}
