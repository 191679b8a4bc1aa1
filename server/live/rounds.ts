import 'server-only';
import { randomInt } from 'node:crypto';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { FEWEST_IN_SPLIT } from '@/grader/team-map/publish-split';
import type { CohortId, ScenarioId } from '@/schemas/ids';
import { type FacilitatorRound, FacilitatorRoundSchema, type LiveRoundId } from '@/schemas/live';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { requireIn } from '../authority';
import { database, inTransaction } from '../db/database';
import type { Db, Tx } from '../db/open-database';
import { newId } from '../new-id';
import { closeForgotten, closeStale } from './close-round';
import { passOf, type Round, toRound } from './rows';

const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const DEFAULT_LENGTH = 6;

const newCode = () => Array.from({ length: DEFAULT_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

async function countVotes(db: Db | Tx, roundId: string, pass: string): Promise<number> {
  const { count } = await db
    .selectFrom('live_votes')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('roundId', '=', roundId)
    .where('pass', '=', pass)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The only way from a round to the screen of whoever runs it: how many decided, from five on, never who or what. */
export async function toFacilitatorRound(db: Db | Tx, round: Round, now: number): Promise<FacilitatorRound> {
  const { id, code, version, phase, endsAt, shown } = round;
  const count = await countVotes(db, id, passOf(phase) ?? 'first');
  const decided = count < FEWEST_IN_SPLIT ? null : count;
  const isEnough = shown !== null || (await countVotes(db, id, 'first')) >= FEWEST_IN_SPLIT;
  return FacilitatorRoundSchema.parse({ roundId: id, code, version, phase, endsAt, now, shown, decided, isEnough });
}

async function selectOpenRow(db: Db | Tx, key: string) {
  return db.selectFrom('live_rounds').selectAll().where('openKey', '=', key).executeTakeFirst();
}

const keyOf = (cohortId: string, scenarioId: string) => `${cohortId} ${scenarioId}`;

/** Opens a round of a cohort about a scenario, or goes on with the one that is open. */
export async function openRound(
  actor: Actor,
  cohortId: CohortId,
  scenarioId: ScenarioId,
): Promise<Outcome<FacilitatorRound, 'unknown-cohort' | 'unknown-exercise' | 'archived'>> {
  requireIn(actor, cohortId, 'manage', 'open a live round');
  if (!selectOptionalExercise(await getCourse(), scenarioId)) return { ok: false, reason: 'unknown-exercise' };
  return inTransaction(async (tx) => {
    const now = Date.now();
    const cohort = await tx.selectFrom('cohorts').select('archivedAt').where('id', '=', cohortId).executeTakeFirst();
    if (!cohort) return { ok: false, reason: 'unknown-cohort' };
    if (cohort.archivedAt !== null) return { ok: false, reason: 'archived' };
    await closeStale(tx, now);
    const [id, openKey] = [newId(), keyOf(cohortId, scenarioId)];
    const values = { id, cohortId, scenarioId, code: newCode(), openKey, version: 0, phase: 'deciding' };
    const made = await tx
      .insertInto('live_rounds')
      .values({ ...values, endsAt: null, shown: null, openedById: actor.learnerId, openedAt: now, closedAt: null })
      .onConflict((conflict) => conflict.column('openKey').doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows)
      await recordAct(tx, actor, { act: 'live-round.opened', cohortId, details: { scenarioId } });
    const row = await selectOpenRow(tx, openKey);
    if (!row) throw new Error('the round that was opened is not there');
    return { ok: true, value: await toFacilitatorRound(tx, toRound(row, now), now) };
  });
}

/** The open round of a cohort about a scenario, for the page of whoever runs it; null where none is open. */
export async function selectOpenRound(
  actor: Actor,
  cohortId: CohortId,
  scenarioId: ScenarioId,
): Promise<FacilitatorRound | null> {
  requireIn(actor, cohortId, 'manage', 'read a live round');
  const now = Date.now();
  const row = await selectOpenRow(database(), keyOf(cohortId, scenarioId));
  const round = row ? toRound(row, now) : null;
  if (!round?.isStale) return round && toFacilitatorRound(database(), round, now);
  await closeForgotten(now);
  return null;
}

/** One round as it stands, for whoever runs the cohort; null for a round that the cohort does not have. */
export async function selectRound(
  actor: Actor,
  cohortId: CohortId,
  roundId: LiveRoundId,
): Promise<FacilitatorRound | null> {
  requireIn(actor, cohortId, 'manage', 'read a live round');
  const row = await database()
    .selectFrom('live_rounds')
    .selectAll()
    .where('id', '=', roundId)
    .where('cohortId', '=', cohortId)
    .executeTakeFirst();
  const now = Date.now();
  const round = row ? toRound(row, now) : null;
  if (round?.isStale) await closeForgotten(now);
  return round && toFacilitatorRound(database(), round, now);
}
