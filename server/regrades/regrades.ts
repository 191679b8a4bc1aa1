import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import type { Ruling } from '@/grader/rulings/apply-rulings';
import { type CohortId, CohortIdSchema, type RegradeId, RegradeIdSchema } from '@/schemas/ids';
import type { StartRegradeBody } from '@/schemas/regrade';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { requireIn, requireOwner } from '../authority';
import { database, inTransaction } from '../db/database';
import { toJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';
import { Forbidden } from '../forbidden';
import { enqueue } from '../jobs/enqueue';
import { newId } from '../new-id';
import { currentReceipt } from './current-receipt';

/** Under way: a second one over the same people would preview the same. */
const UNDER_WAY = ['collecting', 'grading', 'ready', 'applying', 'undoing'];

/** Whoever manages the cohort, and for all cohorts an owner. */
export function requireRegrade(actor: Actor, cohortId: string | null, act: string): void {
  if (cohortId === null) requireOwner(actor, act);
  else requireIn(actor, cohortId, 'manage', act);
}

/** A regrade that the actor may see; null where there is none, and for anybody who manages nothing of it. */
export async function findRegrade(db: Db | Tx, actor: Actor, id: RegradeId, act: string) {
  if (actor.isGuest || (!actor.isOwner && actor.teaches.length === 0)) throw new Forbidden(act);
  const row = await db.selectFrom('regrades').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const isIn = row.cohortId !== null && (actor.teaches as readonly string[]).includes(row.cohortId);
  return actor.isOwner || isIn ? row : null;
}
export type RegradeRow = NonNullable<Awaited<ReturnType<typeof findRegrade>>>;

/** Asks for the next slice of work. Each has a key of its own, so none is left out because one like it was done. */
export async function nextSlice(tx: Db | Tx, regradeId: string): Promise<void> {
  const row = await tx
    .updateTable('regrades')
    .set((eb) => ({ slices: eb('slices', '+', 1) }))
    .where('id', '=', regradeId)
    .returning(['slices', 'cohortId'])
    .executeTakeFirst();
  if (!row) return;
  const body = { kind: 'regrade', regradeId: RegradeIdSchema.parse(regradeId) } as const;
  const cohort = row.cohortId === null ? {} : { cohortId: row.cohortId };
  await enqueue(tx, { key: `regrade:${regradeId}:${row.slices}`, body, runAfter: Date.now(), ...cohort });
}

const fresh = (createdById: string, computedWith: string) => ({
  ...{ status: 'collecting', version: 0, neverLowerOverall: 0, neverLowerCriteria: 0, computedWith, createdById },
  ...{ appliedById: null, undoneById: null },
  ...{ collectedTo: '', looked: 0, slices: 0, createdAt: Date.now(), readyAt: null, appliedAt: null, undoneAt: null },
});

/** Begins a preview of what today's rubrics and grader would give. One that is under way for the same people is that one. */
export async function startRegrade(actor: Actor, { cohortId, reason }: StartRegradeBody): Promise<RegradeId> {
  requireRegrade(actor, cohortId, 'preview a regrade');
  const today = await currentReceipt(await getCourse());
  return inTransaction(async (tx) => {
    const open = await tx
      .selectFrom('regrades')
      .select('id')
      .where('kind', '=', 'receipt')
      .where('computedWith', '=', today.id)
      .where('status', 'in', UNDER_WAY)
      .where((eb) => (cohortId === null ? eb('cohortId', 'is', null) : eb('cohortId', '=', cohortId)))
      .executeTakeFirst();
    if (open) return RegradeIdSchema.parse(open.id);
    const id = RegradeIdSchema.parse(newId());
    const ruling = { kind: 'receipt', appealId: null, ruling: null };
    await tx
      .insertInto('regrades')
      .values({ id, cohortId, reason, ...ruling, ...fresh(actor.learnerId, today.id) })
      .execute();
    await nextSlice(tx, id);
    await recordAct(tx, actor, { act: 'regrade.previewed', cohortId, details: { regradeId: id } });
    return id;
  });
}

const REASON = 'An appeal by somebody else was upheld; what you wrote says the same, so it counts here as well.';

/** What an upheld appeal proposes for everyone alike in the cohort. Nobody's grade moves before somebody applies it. */
export async function proposeAlike(
  tx: Tx,
  actor: Actor,
  appeal: { readonly id: string; readonly scenarioId: string; readonly sentence: string },
  cohortId: CohortId,
  { criterionId, level }: Pick<Ruling, 'criterionId' | 'level'>,
): Promise<void> {
  const exercise = selectOptionalExercise(await getCourse(), appeal.scenarioId);
  if (!exercise || appeal.sentence.trim() === '') return;
  const id = RegradeIdSchema.parse(newId());
  const ruling = toJson({ criterionId, level, sentence: appeal.sentence, scenarioId: appeal.scenarioId });
  await tx
    .insertInto('regrades')
    .values({
      ...{ id, cohortId: CohortIdSchema.parse(cohortId), kind: 'appeal', appealId: appeal.id, ruling, reason: REASON },
      ...fresh(actor.learnerId, ''),
    })
    .execute();
  await nextSlice(tx, id);
}

/** What the ruling behind a proposal says; null for a regrade of another kind. */
export interface AlikeRuling extends Pick<Ruling, 'criterionId' | 'level'> {
  readonly sentence: string;
  readonly scenarioId: string;
}
export const alikeRulingOf = ({ ruling }: Pick<RegradeRow, 'ruling'>): AlikeRuling | null =>
  ruling === null ? null : (JSON.parse(ruling) as AlikeRuling);

export const reasonForAlike = REASON;

/** Reads a regrade without asking who wants it: for jobs. */
export const readRegrade = (db: Db | Tx, id: string) =>
  db.selectFrom('regrades').selectAll().where('id', '=', id).executeTakeFirst();

/** Moves a regrade from one state to the next, unless somebody else has moved it meanwhile. */
export async function moveOn(id: string, from: string, to: string, at: object = {}): Promise<void> {
  await database()
    .updateTable('regrades')
    .set({ status: to, ...at })
    .where('id', '=', id)
    .where('status', '=', from)
    .execute();
}
