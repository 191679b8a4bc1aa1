import 'server-only';
import { isRight } from '@/grader/twists/judge-parts';
import type { SubmissionId } from '@/schemas/ids';
import { toPublicScenario } from '@/schemas/scenario';
import type { TwistGrade } from '@/schemas/twist-grade';
import {
  type LearnerRound,
  LearnerRoundSchema,
  type TwistEntry,
  TwistEntrySchema,
  type TwistPage,
  TwistPageSchema,
} from '@/schemas/twist-view';
import type { Actor } from '../actor';
import { openTwist, selectTwistContext } from './open-twist';
import { type FoundTwist, findTwist } from './round-source';
import { type StoredRound, selectRound } from './rounds';

/** The twists under one's own result, without a word of them; empty where there is nothing to open. */
export async function selectTwistEntries(actor: Actor, submissionId: SubmissionId): Promise<TwistEntry[]> {
  const context = await selectTwistContext(actor, submissionId);
  if (!context) return [];
  const { exercise, rounds, readable } = context;
  return (exercise.twists?.twists ?? []).flatMap(({ id }, index): TwistEntry[] => {
    const n = index + 1;
    const found = findTwist(exercise, n);
    if (!found) return [];
    const own = rounds.filter(({ twistId, changeHash }) => twistId === id && changeHash === found.changeHash);
    if (own.length > 0) {
      const best = Math.max(...own.map(({ overall }) => overall));
      return [TwistEntrySchema.parse({ status: 'done', n, best, rounds: own.length })];
    }
    return [TwistEntrySchema.parse({ status: readable(n) ? 'ready' : 'locked', n })];
  });
}

const isAllRight = ({ parts, boundary }: TwistGrade) =>
  [...parts, boundary].every(({ verdict }) => isRight(verdict) !== false);

/** A round as its learner may see it: picked field by field. What its author says comes with it, for it is handed in. */
function toLearnerRound(
  { number, submittedAt, answer, grade, changeHash }: StoredRound,
  found: FoundTwist,
): LearnerRound {
  const { parts, boundary, moves, stays, note, overall, needsReview } = grade;
  const { rules, twist } = found;
  return LearnerRoundSchema.parse({
    number,
    submittedAt,
    answer,
    grade: { parts, boundary, moves, stays, note, overall, needsReview },
    after:
      changeHash === found.changeHash
        ? {
            feedback: isAllRight(grade) ? rules.feedback.right : rules.feedback.wrong,
            newAnswer: twist.new_answer,
            why: twist.why,
          }
        : null,
  });
}

/** Which round a page shows: a numbered one, the latest, or none because another try is wanted. */
export type WantedRound = number | 'latest' | 'again';

/** The page of twist `n` (from 1) of one's own hand-in; null where it may not be read, for whatever reason. */
export async function selectTwistPage(
  actor: Actor,
  submissionId: SubmissionId,
  n: number,
  wanted: WantedRound,
): Promise<TwistPage | null> {
  const opened = await openTwist(actor, submissionId, n);
  if (!opened.ok) return null;
  const { handIn, rounds, found } = opened.value;
  const own = rounds.filter((round) => round.submissionId === submissionId && round.twistId === found.rules.id);
  const number = wanted === 'latest' ? own.at(-1)?.number : wanted;
  const stored = typeof number === 'number' ? await selectRound(submissionId, found.rules.id, number) : null;
  return TwistPageSchema.parse({
    submissionId,
    draftNumber: handIn.number,
    scenario: toPublicScenario(found.source.scenario),
    n,
    of: found.of,
    twistId: found.rules.id,
    change: found.twist.change,
    changeHash: found.changeHash,
    before: { choices: handIn.handIn.choices, boundary: handIn.handIn.boundary },
    rounds: own.map((round) => ({ number: round.number, submittedAt: round.submittedAt, overall: round.overall })),
    round: stored && toLearnerRound(stored, found),
  });
}
