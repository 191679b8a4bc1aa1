import 'server-only';
import { byteLength } from '@/grader/studio/adr/check-text';
import type { DecisionRecord } from '@/schemas/decision';
import { type Decision, DecisionRecordSchema, DecisionSchema, MOST_DECISION_BYTES } from '@/schemas/decision';
import type { DecisionId, LearnerId } from '@/schemas/ids';
import { fromJson, toJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';

const decisions = (db: Db | Tx, learnerId: LearnerId) =>
  db.selectFrom('decisions').select(['id', 'version', 'record', 'savedAt']).where('learnerId', '=', learnerId);
type Row = Awaited<ReturnType<ReturnType<typeof decisions>['executeTakeFirstOrThrow']>>;

const toDecision = ({ record, ...row }: Row): Decision =>
  DecisionSchema.parse({ ...row, record: fromJson(record, DecisionRecordSchema) });

/** One decision of this learner; null for an unknown id and for anybody else's. */
export async function readDecisionRow(db: Db | Tx, learnerId: LearnerId, id: DecisionId): Promise<Decision | null> {
  const row = await decisions(db, learnerId).where('id', '=', id).executeTakeFirst();
  return row ? toDecision(row) : null;
}

/** The decisions of this learner, the one saved last first. */
export async function readDecisionRows(db: Db | Tx, learnerId: LearnerId): Promise<Decision[]> {
  const rows = await decisions(db, learnerId).orderBy('savedAt', 'desc').orderBy('id', 'desc').execute();
  return rows.map(toDecision);
}

/** Whether a record fits into its row: 64 KiB of JSON in UTF-8. */
export const fits = (record: DecisionRecord) => byteLength(toJson(record)) <= MOST_DECISION_BYTES;

export async function updateDecisionRow(tx: Tx, { id, version, record, savedAt }: Decision): Promise<void> {
  await tx
    .updateTable('decisions')
    .set({ version, record: toJson(record), reviewOn: record.reviewOn, savedAt })
    .where('id', '=', id)
    .execute();
}
