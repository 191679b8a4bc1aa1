import 'server-only';
import { z } from 'zod';
import { getCourse } from '@/course/course';
import {
  type CalibrationRoundId,
  type CalibrationTask,
  CalibrationTaskSchema,
  type MachineMark,
  MachineMarkSchema,
  MarkAnswerBodySchema,
  type MarkedLevels,
} from '@/schemas/calibration-round';
import type { SubmissionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import { type Level, LevelSchema } from '@/schemas/rubric';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { contentHash, fromJson, toJson } from '../db/json';
import { type RoundAnswer, readAnswer } from './round-answers';
import { readRound, requireRounds, type StoredRound } from './rounds';

const marksOf = (roundId: CalibrationRoundId) =>
  database().selectFrom('calibration_marks').selectAll().where('roundId', '=', roundId).orderBy('position').execute();

/** The answer to mark next: the first unmarked one that is still there. Null when none is left. */
async function nextAnswer(actor: Actor, { id, answers }: StoredRound) {
  const [course, marks] = [await getCourse(), await marksOf(id)];
  for (const [position, drawn] of answers.entries()) {
    if (marks.some((mark) => mark.position === position)) continue;
    const answer = await readAnswer(actor, course, drawn);
    if (answer) return { position, answer, marked: marks.length };
  }
  return null;
}

/** The only way from an answer to what its marker may see: no name, no title of a sample, no level. */
function toTask({ answers }: StoredRound, position: number, marked: number, answer: RoundAnswer): CalibrationTask {
  const { scenarioTitle, brief, components, handIn, criteria } = answer;
  return CalibrationTaskSchema.parse({
    ...{ position, marked, total: answers.length, scenarioTitle, brief, handIn },
    components: components.map(({ id, name }) => ({ id, name })),
    criteria: criteria.map(({ id, title, asks, full, half, points }) => ({ id, title, asks, full, half, points })),
  });
}

export interface MarkedAnswer {
  readonly scenarioTitle: string;
  /** Whose it is may be looked up once all is marked; null for a sample. */
  readonly submissionId: SubmissionId | null;
  readonly explanation: string;
  readonly criteria: RoundAnswer['criteria'];
  readonly own: MarkedLevels;
  readonly machine: readonly MachineMark[];
  readonly reference: Readonly<Record<string, Level>> | null;
}

export type RoundView =
  | { readonly status: 'marking'; readonly task: CalibrationTask }
  | { readonly status: 'finished'; readonly answers: readonly MarkedAnswer[]; readonly gone: number };

async function markedAnswers(actor: Actor, { id, answers }: StoredRound): Promise<MarkedAnswer[]> {
  const [course, marks] = [await getCourse(), await marksOf(id)];
  const marked: MarkedAnswer[] = [];
  for (const mark of marks) {
    const drawn = answers[mark.position];
    const answer = drawn && (await readAnswer(actor, course, drawn));
    if (!answer) continue;
    marked.push({
      scenarioTitle: answer.scenarioTitle,
      submissionId: drawn.type === 'submission' ? drawn.submissionId : null,
      explanation: answer.handIn.explanation,
      criteria: answer.criteria,
      own: fromJson(mark.levels, MarkAnswerBodySchema.shape.levels),
      machine: fromJson(mark.machine, z.array(MachineMarkSchema)),
      reference: mark.reference === null ? null : fromJson(mark.reference, z.record(z.string(), LevelSchema)),
    });
  }
  return marked;
}

/** Where the actor stands in a round: the next answer, or the comparison. Null for anybody else's round. */
export async function selectRound(actor: Actor, id: CalibrationRoundId): Promise<RoundView | null> {
  requireRounds(actor);
  const round = await readRound(actor, id);
  if (!round) return null;
  const next = round.finishedAt === null ? await nextAnswer(actor, round) : null;
  if (next) return { status: 'marking', task: toTask(round, next.position, next.marked, next.answer) };
  if (round.finishedAt === null) await finish(id);
  const answers = await markedAnswers(actor, round);
  return { status: 'finished', answers, gone: round.answers.length - answers.length };
}

const finish = (id: CalibrationRoundId) =>
  database()
    .updateTable('calibration_rounds')
    .set({ finishedAt: Date.now() })
    .where('id', '=', id)
    .where('finishedAt', 'is', null)
    .execute();

type MarkRefusal = 'unknown-round' | 'not-whole' | 'already-marked';

/**
 * Stores the levels of one answer, with machine and reference as they are at this moment. An answer is marked once; the
 * same marks again are a retry. It changes no grade.
 */
export async function markAnswer(
  actor: Actor,
  id: CalibrationRoundId,
  position: number,
  levels: MarkedLevels,
): Promise<Outcome<{ readonly isLast: boolean }, MarkRefusal>> {
  requireRounds(actor);
  const round = await readRound(actor, id);
  const drawn = round?.answers[position];
  const answer = drawn && (await readAnswer(actor, await getCourse(), drawn));
  if (!round || !answer) return { ok: false, reason: 'unknown-round' };
  const ids = answer.criteria.map((criterion) => criterion.id);
  const given = Object.keys(levels);
  if (given.length !== ids.length || ids.some((one) => levels[one] === undefined))
    return { ok: false, reason: 'not-whole' };
  const { machine, reference } = await answer.marks();
  await database()
    .insertInto('calibration_marks')
    .values({
      ...{ roundId: id, learnerId: actor.learnerId, position, levels: toJson(levels), machine: toJson(machine) },
      reference: reference && toJson(reference),
      markedAt: Date.now(),
    })
    .onConflict((conflict) => conflict.columns(['roundId', 'position']).doNothing())
    .execute();
  const stored = (await marksOf(id)).find((mark) => mark.position === position);
  if (contentHash(JSON.parse(stored?.levels ?? '{}')) !== contentHash(levels))
    return { ok: false, reason: 'already-marked' };
  const isLast = (await nextAnswer(actor, round)) === null;
  if (isLast) await finish(id);
  return { ok: true, value: { isLast } };
}
