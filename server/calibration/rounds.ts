import 'server-only';
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { getCourse } from '@/course/course';
import { drawAnswers } from '@/grader/trust/draw-answers';
import {
  type CalibrationRoundId,
  CalibrationRoundIdSchema,
  type DrawnAnswer,
  DrawnAnswerSchema,
  ROUND_LENGTH,
  type RoundSummary,
} from '@/schemas/calibration-round';
import { type CohortId, type LearnerId, ScenarioIdSchema, SubmissionIdSchema } from '@/schemas/ids';
import type { Actor } from '../actor';
import { type AnalysisScope, isInScope, scopeOf } from '../analysis/analysis-scope';
import { database } from '../db/database';
import { fromJson, toJson } from '../db/json';
import { newId } from '../new-id';

/** Drafts to draw from: the newest of the scope. */
const POOL = 200;
const SEEDS = 2 ** 31 - 1;

/** A round of the actor's own, with what was drawn for it. */
export interface StoredRound {
  readonly id: CalibrationRoundId;
  readonly answers: readonly DrawnAnswer[];
  readonly startedAt: number;
  readonly finishedAt: number | null;
}

/** First line of every function here: a round is for those who manage some cohort. */
export const requireRounds = (actor: Actor): AnalysisScope => scopeOf(actor, null, 'mark answers blind');

async function draftsToDraw(scope: AnalysisScope): Promise<DrawnAnswer[]> {
  const rows = await database()
    .selectFrom('submissions')
    .innerJoin('grades', 'grades.submissionId', 'submissions.id')
    .select(['submissions.id', 'scenarioId'])
    .where(isInScope('submissions.learnerId', scope))
    .orderBy('submissions.id', 'desc')
    .limit(POOL)
    .execute();
  return rows.map(({ id, scenarioId }) => ({
    type: 'submission',
    scenarioId: ScenarioIdSchema.parse(scenarioId),
    submissionId: SubmissionIdSchema.parse(id),
  }));
}

async function draw(scope: AnalysisScope, seed: number): Promise<DrawnAnswer[]> {
  const course = await getCourse();
  const samples = course.exercises.flatMap(({ scenario, samples: own }) =>
    own.map(({ title }): DrawnAnswer => ({ type: 'sample', scenarioId: scenario.id, title })),
  );
  return drawAnswers(seed, samples, await draftsToDraw(scope), ROUND_LENGTH);
}

const roundsOf = (learnerId: LearnerId) =>
  database().selectFrom('calibration_rounds').selectAll().where('learnerId', '=', learnerId);

/** Begins a round, or answers with the one that the actor left unfinished. */
export async function startRound(actor: Actor, cohortId: CohortId | null): Promise<CalibrationRoundId> {
  requireRounds(actor);
  const scope = scopeOf(actor, cohortId, 'mark answers blind');
  const open = await roundsOf(actor.learnerId).where('finishedAt', 'is', null).executeTakeFirst();
  if (open) return CalibrationRoundIdSchema.parse(open.id);
  const [id, seed] = [CalibrationRoundIdSchema.parse(newId()), randomInt(SEEDS)];
  const answers = toJson(await draw(scope, seed));
  const row = { id, learnerId: actor.learnerId, seed, answers, startedAt: Date.now(), finishedAt: null };
  await database().insertInto('calibration_rounds').values(row).execute();
  return id;
}

/** The actor's own round; null for an unknown id and for anybody else's. */
export async function readRound(actor: Actor, id: CalibrationRoundId): Promise<StoredRound | null> {
  const row = await roundsOf(actor.learnerId).where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { startedAt, finishedAt } = row;
  return { id, answers: fromJson(row.answers, z.array(DrawnAnswerSchema)), startedAt, finishedAt };
}

/** The actor's own rounds, newest first. */
export async function selectRounds(actor: Actor): Promise<RoundSummary[]> {
  requireRounds(actor);
  const rounds = await roundsOf(actor.learnerId).orderBy('startedAt', 'desc').execute();
  const marks = await database()
    .selectFrom('calibration_marks')
    .select(['roundId', (eb) => eb.fn.countAll<number>().as('n')])
    .where('learnerId', '=', actor.learnerId)
    .groupBy('roundId')
    .execute();
  return rounds.map(({ id, answers, startedAt, finishedAt }) => ({
    id: CalibrationRoundIdSchema.parse(id),
    total: fromJson(answers, z.array(DrawnAnswerSchema)).length,
    marked: Number(marks.find(({ roundId }) => roundId === id)?.n ?? 0),
    startedAt,
    finishedAt,
  }));
}
