import 'server-only';
import { getCourse } from '@/course/course';
import { selectExercise } from '@/course/select';
import type { LearnerId } from '@/schemas/ids';
import {
  type LiveCode,
  type LiveVote,
  LiveVoteSchema,
  type ParticipantRound,
  ParticipantRoundSchema,
} from '@/schemas/live';
import type { Outcome } from '@/schemas/outcome';
import { type PublicScenario, toPublicScenario } from '@/schemas/scenario';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import { fromJson, toJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';
import { lockLearner } from '../learners';
import { closeForgotten, closeStale } from './close-round';
import { lockRound, passOf, type Round, toRound } from './rows';

/** A round by its code, for a learner of its cohort; null for anybody else, as if there were none. */
async function findRound(db: Db | Tx, learnerId: LearnerId, code: LiveCode, now: number): Promise<Round | null> {
  const row = await db
    .selectFrom('live_rounds')
    .innerJoin('enrolments', 'enrolments.cohortId', 'live_rounds.cohortId')
    .selectAll('live_rounds')
    .where('code', '=', code)
    .where('learnerId', '=', learnerId)
    .where('role', '=', 'learner')
    .where('status', '=', 'active')
    .executeTakeFirst();
  return row ? toRound(row, now) : null;
}

/** The only way from a round to a member's browser: their own decision, and what is revealed to all. */
async function toParticipantRound(db: Db | Tx, round: Round, learnerId: LearnerId, now: number) {
  const votes = await db
    .selectFrom('live_votes')
    .select(['pass', 'vote'])
    .where('roundId', '=', round.id)
    .where('learnerId', '=', learnerId)
    .execute();
  const latest = votes.find(({ pass }) => pass === 'second') ?? votes[0];
  const { version, phase, endsAt, shown } = round;
  return ParticipantRoundSchema.parse({
    version,
    phase,
    endsAt,
    now,
    shown,
    own: latest && phase !== 'closed' ? fromJson(latest.vote, LiveVoteSchema) : null,
    hasDecided: votes.some(({ pass }) => pass === passOf(phase)),
  });
}

/** A round as one of its members sees it; null for an unknown code, and for whoever is not a learner of the cohort. */
export async function selectOwnRound(actor: Actor, code: LiveCode): Promise<ParticipantRound | null> {
  const now = Date.now();
  const round = await findRound(database(), actor.learnerId, code, now);
  if (round?.isStale) await closeForgotten(now);
  return round && toParticipantRound(database(), round, actor.learnerId, now);
}

/** What the round is about, as it reads before anybody has handed it in. */
export async function selectRoundScenario(actor: Actor, code: LiveCode): Promise<PublicScenario | null> {
  const round = await findRound(database(), actor.learnerId, code, Date.now());
  return round && toPublicScenario(selectExercise(await getCourse(), round.scenarioId).scenario);
}

export type VoteRefusal = 'unknown-round' | 'not-open' | 'incomplete';

/** Stores or replaces one's decision while a phase of the round takes it; counts for no grade. */
export async function decideInRound(
  actor: Actor,
  code: LiveCode,
  vote: LiveVote,
): Promise<Outcome<ParticipantRound, VoteRefusal>> {
  const course = await getCourse();
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const found = await findRound(tx, learnerId, code, now);
    const round = found && (await lockRound(tx, found.id, now));
    if (!round) return { ok: false, reason: 'unknown-round' };
    const pass = passOf(round.phase);
    if (round.isStale) await closeStale(tx, now);
    if (!pass) return { ok: false, reason: 'not-open' };
    const { components } = selectExercise(course, round.scenarioId).scenario;
    const asked = new Set<string>(components.map(({ id }) => id));
    const given = Object.keys(vote.choices);
    if (given.length !== asked.size || !given.every((id) => asked.has(id))) return { ok: false, reason: 'incomplete' };
    const stored = { vote: toJson(vote), votedAt: now };
    await tx
      .insertInto('live_votes')
      .values({ roundId: round.id, learnerId, pass, ...stored })
      .onConflict((conflict) => conflict.columns(['roundId', 'learnerId', 'pass']).doUpdateSet(stored))
      .execute();
    return { ok: true, value: await toParticipantRound(tx, round, learnerId, now) };
  });
}
