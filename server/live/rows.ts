import 'server-only';
import type { ScenarioId } from '@/schemas/ids';
import { ScenarioIdSchema } from '@/schemas/ids';
import {
  type LiveCode,
  LiveCodeSchema,
  type LivePhase,
  LivePhaseSchema,
  type LiveRoundId,
  LiveRoundIdSchema,
  type LiveShown,
  LiveShownSchema,
  type LiveVote,
  LiveVoteSchema,
} from '@/schemas/live';
import { fromJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';
import type { Tables } from '../db/tables';

export interface Round {
  readonly id: LiveRoundId;
  readonly cohortId: string;
  readonly scenarioId: ScenarioId;
  readonly code: LiveCode;
  readonly version: number;
  readonly phase: LivePhase;
  readonly endsAt: number | null;
  readonly shown: LiveShown | null;
  readonly isStale: boolean;
}

export type Pass = 'first' | 'second';

/** A round that nobody closed counts as closed after a working day. */
export const STALE_MS = 12 * 3_600_000;

export function toRound(row: Tables['live_rounds'], now: number): Round {
  const isStale = row.closedAt === null && row.openedAt < now - STALE_MS;
  return {
    id: LiveRoundIdSchema.parse(row.id),
    cohortId: row.cohortId,
    scenarioId: ScenarioIdSchema.parse(row.scenarioId),
    code: LiveCodeSchema.parse(row.code),
    version: row.version,
    phase: isStale ? 'closed' : LivePhaseSchema.parse(row.phase),
    endsAt: row.endsAt,
    shown: row.shown === null ? null : fromJson(row.shown, LiveShownSchema),
    isStale,
  };
}

/** The vote that is being cast in a phase; null where nobody votes. */
export function passOf(phase: LivePhase): Pass | null {
  if (phase === 'deciding') return 'first';
  return phase === 'revising' ? 'second' : null;
}

/** Holds the round until the transaction ends, so that a vote and a reveal follow one another. */
export async function lockRound(tx: Tx, id: string, now: number): Promise<Round | null> {
  const row = await tx
    .updateTable('live_rounds')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row ? toRound(row, now) : null;
}

export async function readVotes(db: Db | Tx, roundId: string, pass: Pass): Promise<Map<string, LiveVote>> {
  const rows = await db
    .selectFrom('live_votes')
    .select(['learnerId', 'vote'])
    .where('roundId', '=', roundId)
    .where('pass', '=', pass)
    .execute();
  return new Map(rows.map(({ learnerId, vote }) => [learnerId, fromJson(vote, LiveVoteSchema)]));
}
