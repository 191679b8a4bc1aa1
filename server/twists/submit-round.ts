import 'server-only';
import type { TwistRound } from '@/grader/twists/twist-source';
import type { LearnerId, SubmissionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { TwistAnswer, TwistGrade } from '@/schemas/twist-grade';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import { contentHash, toJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { gradeRoundInThread } from '../grading-thread';
import { earlierNumber } from '../keyed-rows';
import { lockLearner } from '../learners';
import { logError } from '../log';
import { newId } from '../new-id';
import { type OpenTwist, openTwist } from './open-twist';

export interface RoundRequest {
  readonly submissionId: SubmissionId;
  /** Which twist, counted from 1, and which fact the page showed for it. */
  readonly n: number;
  readonly twistId: string;
  readonly changeHash: string;
  readonly answer: TwistAnswer;
  /** Made by the browser once per round; a retry carries the same one. */
  readonly idempotencyKey: string;
}

export interface HandedRound {
  readonly number: number;
}

type Refusal = 'unknown-submission' | 'twist-expired' | 'twist-locked' | 'incomplete' | 'key-reused';

/** What is missing or unknown in the revised picks, as words to show, or null. */
function gapIn({ found }: OpenTwist, { choices }: TwistAnswer): string | null {
  const { components } = found.source.scenario;
  const missing = components.filter(({ id }) => choices[id] === undefined);
  if (missing.length > 0) return `no choice for ${missing.map(({ name }) => name).join(', ')}`;
  const unknown = Object.keys(choices).filter((id) => !components.some((component) => component.id === id));
  return unknown.length > 0 ? `${unknown.join(', ')} is not a component of ${found.source.scenario.id}` : null;
}

/** Graded in the grader's own thread; where that fails the moves are judged and the note is left to a person. */
async function gradeRound(round: TwistRound, submissionId: SubmissionId): Promise<TwistGrade> {
  try {
    return await gradeRoundInThread(round);
  } catch (error) {
    logError('twist-grading-failed', error, { submissionId });
    return (await import('@/grader/twists/unjudged-round')).unjudgedRound(round);
  }
}

interface NewRound {
  readonly request: RoundRequest;
  readonly hash: string;
  readonly opened: OpenTwist;
  readonly grade: TwistGrade;
}

async function store(tx: Tx, learnerId: LearnerId, { request, hash, opened, grade }: NewRound): Promise<HandedRound> {
  const { submissionId, twistId, changeHash, answer, idempotencyKey } = request;
  const last = await tx
    .selectFrom('twist_rounds')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('submissionId', '=', submissionId)
    .where('twistId', '=', twistId)
    .executeTakeFirst();
  const number = Number(last?.number ?? 0) + 1;
  await tx
    .insertInto('twist_rounds')
    .values({
      id: newId(),
      learnerId,
      submissionId,
      scenarioId: opened.handIn.scenarioId,
      twistId,
      number,
      changeHash,
      answer: toJson(answer),
      grade: toJson(grade),
      overall: grade.overall,
      contentHash: hash,
      idempotencyKey,
      submittedAt: Date.now(),
    })
    .execute();
  return { number };
}

/** A twist that is gone or reads differently now is expired for the page that shows it; the learner's text stays there. */
async function openCurrent(actor: Actor, request: RoundRequest): Promise<Outcome<OpenTwist, Refusal, string>> {
  const opened = await openTwist(actor, request.submissionId, request.n);
  if (!opened.ok) return { ok: false, reason: opened.reason === 'unknown-twist' ? 'twist-expired' : opened.reason };
  const { rules, changeHash } = opened.value.found;
  if (rules.id !== request.twistId || changeHash !== request.changeHash) return { ok: false, reason: 'twist-expired' };
  const gap = gapIn(opened.value, request.answer);
  return gap ? { ok: false, reason: 'incomplete', detail: gap } : { ok: true, value: opened.value };
}

/**
 * Takes one round: graded first, outside any transaction, then stored with its grade in one. Fulfils only after the
 * commit. The same key with the same content gets the same reply, even where the twist has expired since.
 */
export async function submitRound(actor: Actor, request: RoundRequest): Promise<Outcome<HandedRound, Refusal, string>> {
  const { submissionId, twistId, answer, idempotencyKey } = request;
  const hash = contentHash({ submissionId, twistId, answer });
  const earlier = await earlierNumber(database(), 'twist_rounds', actor.learnerId, idempotencyKey, hash);
  if (earlier) return earlier.ok ? earlier : { ok: false, reason: earlier.reason };
  const current = await openCurrent(actor, request);
  if (!current.ok) return current;
  const { handIn, found } = current.value;
  const { source, rulesHash } = found;
  const { choices, boundary } = handIn.handIn;
  const grade = await gradeRound({ source, rulesHash, before: { choices, boundary }, answer }, submissionId);
  const stored = await inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    const raced = await earlierNumber(tx, 'twist_rounds', learnerId, idempotencyKey, hash);
    return raced ?? (await store(tx, learnerId, { request, hash, opened: current.value, grade }));
  });
  if (!('ok' in stored)) return { ok: true, value: stored };
  return stored.ok ? stored : { ok: false, reason: stored.reason };
}
