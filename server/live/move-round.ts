import 'server-only';
import type { z } from 'zod';
import { getCourse } from '@/course/course';
import { selectExercise } from '@/course/select';
import { FEWEST_IN_SPLIT } from '@/grader/team-map/publish-split';
import { showReveal, showShift } from '@/grader/team-map/show-round';
import { stripNames } from '@/grader/team-map/strip-names';
import {
  type FacilitatorRound,
  LIVE_PHASES,
  type LiveRoundId,
  type LiveShown,
  type MoveRoundBodySchema,
} from '@/schemas/live';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { readNames } from '../analytics/team-writers';
import { recordAct } from '../audit';
import { requireIn } from '../authority';
import { database, inTransaction } from '../db/database';
import { toJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { knownWordsOf } from '../team-map/known-words';
import { closeRound } from './close-round';
import { toFacilitatorRound } from './rounds';
import { lockRound, type Round, readVotes } from './rows';

type Move = z.infer<typeof MoveRoundBodySchema>;
export type MoveRefusal = 'unknown-round' | 'phase-changed' | 'wrong-order' | 'too-few';

const ARGUE_MINUTES = 5;
/** A line of a round is short by nature. */
const FEWEST_WORDS_OF_LINE = 2;

async function whatToShow(tx: Tx, round: Round, to: Move['to'], clean: (line: string) => string | null) {
  const course = await getCourse();
  const components: string[] = selectExercise(course, round.scenarioId).scenario.components.map(({ id }) => id);
  const first = await readVotes(tx, round.id, 'first');
  if (to === 'revealed') {
    if (first.size < FEWEST_IN_SPLIT) return null;
    const votes = [...first.values()];
    const lines = votes.map(({ line }) => clean(line)).filter((line) => line !== null);
    return showReveal(components, votes, lines);
  }
  if (to === 'shift' && round.shown)
    return showShift(components, round.shown, first, await readVotes(tx, round.id, 'second'));
  return round.shown;
}

/** Names of the cohort and unknown proper names go from lines as they do from sentences of records. */
async function lineCleaner(cohortId: string) {
  const [known, names] = [knownWordsOf(await getCourse()), await readNames(database(), cohortId)];
  return (line: string) => (line === '' ? null : stripNames(line, known, names, FEWEST_WORDS_OF_LINE));
}

async function storeMove(tx: Tx, round: Round, move: Move, shown: LiveShown | null, now: number): Promise<void> {
  const endsAt = move.to === 'arguing' ? now + (move.minutes ?? ARGUE_MINUTES) * 60_000 : null;
  await tx
    .updateTable('live_rounds')
    .set({
      phase: move.to,
      version: round.version + 1,
      endsAt,
      shown: shown === null ? null : toJson(shown),
    })
    .where('id', '=', round.id)
    .execute();
}

/**
 * Takes a round to its next phase, or closes it from any. Asking twice for the phase that it is in changes nothing. A
 * reveal needs five decisions: with fewer, only whoever runs the round is told.
 */
export async function moveRound(
  actor: Actor,
  roundId: LiveRoundId,
  move: Move,
): Promise<Outcome<FacilitatorRound, MoveRefusal>> {
  requireIn(actor, move.cohortId, 'manage', 'run a live round');
  const clean = await lineCleaner(move.cohortId);
  return inTransaction(async (tx) => {
    const now = Date.now();
    const round = await lockRound(tx, roundId, now);
    if (round?.cohortId !== move.cohortId) return { ok: false, reason: 'unknown-round' };
    const settle = async () => {
      const after = await lockRound(tx, roundId, now);
      if (!after) throw new Error('the round is gone');
      return { ok: true, value: await toFacilitatorRound(tx, after, now) } as const;
    };
    if (round.phase === move.to && !round.isStale) return settle();
    if (round.version !== move.version) return { ok: false, reason: 'phase-changed' };
    if (move.to === 'closed') {
      await closeRound(tx, roundId, now);
      const details = { scenarioId: round.scenarioId };
      await recordAct(tx, actor, { act: 'live-round.closed', cohortId: move.cohortId, details });
      return settle();
    }
    if (LIVE_PHASES.indexOf(move.to) !== LIVE_PHASES.indexOf(round.phase) + 1)
      return { ok: false, reason: 'wrong-order' };
    const shown = await whatToShow(tx, round, move.to, clean);
    if (shown === null) return { ok: false, reason: 'too-few' };
    await storeMove(tx, round, move, shown, now);
    return settle();
  });
}
