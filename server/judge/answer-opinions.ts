import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { varyExercise } from '@/course/vary-exercise';
import { mergeOpinion } from '@/grader/merge-opinion';
import { type Grade, GradeSchema } from '@/schemas/grade';
import type { Opinion, OpinionGap } from '@/schemas/opinion';
import { RubricSchema } from '@/schemas/rubric';
import { HandInSchema } from '@/schemas/scenario';
import { database, inTransaction } from '../db/database';
import { fromJson, toJson } from '../db/json';
import { logInfo } from '../log';
import { type Claim, giveUp } from './claim-opinion';
import type { JudgeSettings } from './judge-settings';
import type { Judge, JudgeAnswer, TokenUse } from './open-judge';
import { addUse, takeQuestion } from './opinion-days';
import { type JudgeQuestion, PROMPT_VERSION } from './prompt';

interface Asking {
  readonly question: JudgeQuestion;
  readonly grade: Grade;
  readonly passMark: number;
}

/** What is asked: the text, the rubric it was graded by, and the brief. Null where the exercise is gone. */
async function selectAsking({ submissionId }: Claim): Promise<Asking | null> {
  const row = await database()
    .selectFrom('submissions')
    .innerJoin('attempts', 'attempts.id', 'submissions.attemptId')
    .innerJoin('grades', 'grades.submissionId', 'submissions.id')
    .innerJoin('rubric_snapshots', 'rubric_snapshots.hash', 'grades.rubricHash')
    .select(['submissions.scenarioId', 'variant', 'handIn', 'grade', 'rubric'])
    .where('submissions.id', '=', submissionId)
    .executeTakeFirst();
  const course = await getCourse();
  const base = row && selectOptionalExercise(course, row.scenarioId);
  if (!row || !base) return null;
  const exercise = varyExercise(base, row.variant);
  const { explanation } = fromJson(row.handIn, HandInSchema);
  return {
    question: { brief: exercise.scenario.brief, rubric: fromJson(row.rubric, RubricSchema), explanation },
    grade: fromJson(row.grade, GradeSchema),
    passMark: course.outline.passing.exerciseOverall,
  };
}

function costOf({ prices }: JudgeSettings, { input, output }: TokenUse): number | null {
  if (!prices || input === null || output === null) return null;
  return (input * prices.input + output * prices.output) / 1_000_000;
}

type Outcome =
  | { readonly opinion: Opinion; readonly gap: null; readonly httpStatus: null }
  | { readonly opinion: null; readonly gap: OpinionGap; readonly httpStatus: number | null };

function toOutcome({ model }: JudgeSettings, { grade, question, passMark }: Asking, answer: JudgeAnswer): Outcome {
  if (!answer.ok) return { opinion: null, gap: answer.gap, httpStatus: answer.httpStatus };
  const merged = mergeOpinion({ grade, explanation: question.explanation, claims: answer.claims, passMark });
  if (!merged) return { opinion: null, gap: 'unproven', httpStatus: null };
  const { grader, rubric } = grade.receipt;
  return {
    opinion: { ...merged, receipt: { prompt: PROMPT_VERSION, model, grader, rubric } },
    gap: null,
    httpStatus: null,
  };
}

/** Writes the outcome beside the grade; an answer that comes after its claim was taken over only counts as used. */
async function storeOutcome(claim: Claim, outcome: Outcome, tokens: TokenUse, cost: number | null): Promise<void> {
  const used = { inputTokens: tokens.input, outputTokens: tokens.output, cost };
  await inTransaction(async (tx) => {
    await addUse(tx, claim.startedAt, used);
    await tx
      .updateTable('opinions')
      .set({
        status: outcome.opinion ? 'given' : 'unavailable',
        gap: outcome.gap,
        httpStatus: outcome.httpStatus,
        opinion: outcome.opinion && toJson(outcome.opinion),
        needsReview: outcome.opinion?.needsReview ? 1 : 0,
        leaseUntil: null,
        endedAt: Date.now(),
        ...used,
      })
      .where('submissionId', '=', claim.submissionId)
      .where('status', '=', 'asked')
      .where('tries', '=', claim.tries)
      .execute();
  });
}

/** Asks for one opinion and stores what came of it. The grade is only read. */
export async function answerOpinion(settings: JudgeSettings, judge: Judge, claim: Claim): Promise<void> {
  const { submissionId, tries, startedAt } = claim;
  const asking = await selectAsking(claim);
  if (!asking) {
    await giveUp(submissionId, 'exercise-gone', tries);
    return;
  }
  if (!(await takeQuestion(startedAt, settings.perDay))) {
    await giveUp(submissionId, 'day-cap', tries);
    logInfo('opinion-unavailable', { submissionId, gap: 'day-cap', perDay: settings.perDay });
    return;
  }
  const answer = await judge.ask(asking.question);
  const outcome = toOutcome(settings, asking, answer);
  await storeOutcome(claim, outcome, answer.tokens, costOf(settings, answer.tokens));
  if (outcome.gap) logInfo('opinion-unavailable', { submissionId, gap: outcome.gap, httpStatus: outcome.httpStatus });
}
