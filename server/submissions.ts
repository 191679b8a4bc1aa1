import 'server-only';
import { getCourse } from '@/course/course';
import { rereadLinks } from '@/course/reread-links';
import { selectExercise, selectOptionalMisconception } from '@/course/select';
import { varyExercise } from '@/course/vary-exercise';
import { commentsOf } from '@/grader/comments';
import { feedbackTypeOf } from '@/grader/criteria/feedback';
import { descriptorsOpen, HAND_INS_TO_OPEN, isExercisePassed } from '@/grader/passing';
import type { Course, Exercise } from '@/schemas/course';
import { type Grade, GradeSchema } from '@/schemas/grade';
import {
  type LearnerId,
  type ScenarioId,
  ScenarioIdSchema,
  type SubmissionId,
  SubmissionIdSchema,
} from '@/schemas/ids';
import {
  type HandInSummary,
  type LearnerGrade,
  LearnerGradeSchema,
  type OpenedExercise,
  OpenedExerciseSchema,
  type ResultView,
} from '@/schemas/result';
import { type Rubric, RubricSchema, toPublicRubric } from '@/schemas/rubric';
import { HandInSchema } from '@/schemas/scenario';
import type { Actor } from './actor';
import { database } from './db/database';
import { fromJson } from './db/json';
import { gradeOne } from './grading';
import { selectOpinion } from './judge/select-opinion';
import { isWithheld } from './predictions/withhold';

/** One stored hand-in with its grade and the rubric it was graded by. Server only: it holds the whole grade. */
export interface StoredHandIn {
  readonly submissionId: SubmissionId;
  readonly learnerId: string;
  readonly scenarioId: ScenarioId;
  readonly number: number;
  /** Which figures the exercise had. */
  readonly variant: number;
  readonly submittedAt: number;
  /** By the clock of the browser. */
  readonly pressedAt: number | null;
  readonly handIn: ReturnType<typeof HandInSchema.parse>;
  readonly grade: Grade | null;
  readonly rubric: Rubric | null;
  /** Its learner has yet to predict the grade or skip that; staff see it all the same. */
  readonly isWithheld: boolean;
}

async function selectStored(submissionId: SubmissionId): Promise<StoredHandIn | null> {
  const row = await database()
    .selectFrom('submissions')
    .innerJoin('attempts', 'attempts.id', 'submissions.attemptId')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .leftJoin('rubric_snapshots', 'rubric_snapshots.hash', 'grades.rubricHash')
    .leftJoin('predictions', 'predictions.submissionId', 'submissions.id')
    .select(['submissions.id', 'submissions.learnerId', 'submissions.scenarioId', 'submissions.number'])
    .select(['variant', 'predictions.status', 'submittedAt', 'pressedAt', 'handIn', 'grade', 'rubric'])
    .where('submissions.id', '=', submissionId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    submissionId: SubmissionIdSchema.parse(row.id),
    learnerId: row.learnerId,
    scenarioId: ScenarioIdSchema.parse(row.scenarioId),
    number: row.number,
    variant: row.variant,
    submittedAt: row.submittedAt,
    pressedAt: row.pressedAt,
    handIn: fromJson(row.handIn, HandInSchema),
    grade: row.grade === null ? null : fromJson(row.grade, GradeSchema),
    isWithheld: isWithheld(row.status),
    rubric: row.rubric === null ? null : fromJson(row.rubric, RubricSchema),
  };
}

/** A hand-in whose owner passed `mayRead`, graded now if it still waits for its grade; else null. */
export async function selectGraded(
  submissionId: SubmissionId,
  mayRead: (ownerId: string) => Promise<boolean>,
): Promise<StoredHandIn | null> {
  const stored = await selectStored(submissionId);
  if (!stored || !(await mayRead(stored.learnerId))) return null;
  if (stored.grade || !(await gradeOne(stored.submissionId))) return stored;
  return selectStored(submissionId);
}

/** Hand-ins of one learner at one scenario as that learner may see them, oldest first. */
export async function summariseHandIns(learnerId: LearnerId, scenarioId: ScenarioId): Promise<HandInSummary[]> {
  const { outline } = await getCourse();
  const rows = await database()
    .selectFrom('submissions')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .leftJoin('predictions', 'predictions.submissionId', 'submissions.id')
    .select(['submissions.id', 'number', 'submittedAt', 'overall', 'status'])
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .orderBy('number')
    .execute();
  return rows.map(({ id, number, submittedAt, overall, status }) => {
    const shown = isWithheld(status) ? null : overall;
    return {
      submissionId: SubmissionIdSchema.parse(id),
      number,
      submittedAt,
      overall: shown,
      isPassed: isExercisePassed(shown, outline.passing),
      ...(isWithheld(status) ? { isWithheld: true } : {}),
    };
  });
}

/** Misconceptions of the library are public; one that exists only as this scenario's tempting answer stays shut until it opens. */
function misconceptionTexts(course: Course, exercise: Exercise, grade: Grade, isOpen: boolean) {
  return grade.misconceptions.flatMap((id) => {
    const known = selectOptionalMisconception(course, id);
    const text = known?.answer ?? (isOpen ? exercise.scenario.tempting_wrong.why_it_fails : undefined);
    const quote = grade.misconceptionEvidence?.find((found) => found.id === id)?.evidence.quote;
    return text === undefined ? [] : [{ id, text, ...(quote === undefined ? {} : { quote }) }];
  });
}

/** A grade as its learner may see it: picked field by field, titles and hints from the rubric it was graded by. */
function toLearnerGrade(
  course: Course,
  exercise: Exercise,
  grade: Grade,
  rubric: Rubric,
  isOpen: boolean,
): LearnerGrade {
  const shown = toPublicRubric(rubric);
  const misconceptions = misconceptionTexts(course, exercise, grade, isOpen);
  const isKnown = (id: string | undefined) => misconceptions.some((misconception) => misconception.id === id);
  return LearnerGradeSchema.parse({
    explanation: grade.explanation,
    choices: grade.choices,
    boundary: grade.boundary,
    flags: grade.flags,
    overall: grade.overall,
    needsReview: grade.needsReview,
    contradictions: grade.contradictions,
    ...(grade.boundaryContradiction ? { boundaryContradiction: grade.boundaryContradiction } : {}),
    ...(grade.arithmetic ? { arithmetic: grade.arithmetic } : {}),
    misconceptions,
    comments: (grade.comments ?? commentsOf(grade)).filter(({ about, id }) => about !== 'misconception' || isKnown(id)),
    criteria: grade.criteria.map((criterion) => {
      const line = shown.find((entry) => entry.id === criterion.id);
      if (!line) throw new Error(`the rubric of ${grade.exercise} has no criterion ${criterion.id}`);
      return {
        ...criterion,
        type: feedbackTypeOf(criterion),
        title: line.title,
        hint: line.hint,
        reread: criterion.level === 'full' ? [] : rereadLinks(course, grade.exercise, criterion.id),
      };
    }),
  });
}

function toOpened(exercise: Exercise, rubric: Rubric): OpenedExercise {
  const { scenario, modelAnswers } = exercise;
  return OpenedExerciseSchema.parse({
    criteria: rubric.criteria,
    components: scenario.components,
    boundary: scenario.boundary,
    defensibleAnswers: scenario.defensible_answers,
    temptingWrong: scenario.tempting_wrong,
    workedNumbers: scenario.worked_numbers,
    modelAnswers: modelAnswers && { usual: modelAnswers.usual, contrarian: modelAnswers.contrarian },
    twists: [scenario.twist, ...scenario.extra_twists],
    questions: scenario.ask_before_deciding.after,
  });
}

function opensAfter(passMark: number): string {
  return `The full rubric, the worked numbers and the model answers open when a draft reaches ${Math.round(passMark * 100)} %, or with draft ${HAND_INS_TO_OPEN}.`;
}

/**
 * The result page of one's own hand-in, without anything of its grade while that waits for a prediction; null for an
 * unknown id and for anybody else's.
 */
export async function selectResult(actor: Actor, submissionId: SubmissionId): Promise<ResultView | null> {
  const found = await selectGraded(submissionId, async (ownerId) => ownerId === actor.learnerId);
  if (!found) return null;
  const stored = found.isWithheld ? { ...found, grade: null } : found;
  const course = await getCourse();
  const exercise = varyExercise(selectExercise(course, stored.scenarioId), stored.variant);
  const handIns = await summariseHandIns(actor.learnerId, stored.scenarioId);
  const isOpen =
    !stored.isWithheld &&
    descriptorsOpen({ isPassed: handIns.some((handIn) => handIn.isPassed), handIns: handIns.length });
  const rubric = stored.rubric ?? exercise.rubric;
  const passMark = course.outline.passing.exerciseOverall;
  const opinion = stored.isWithheld ? null : await selectOpinion(stored.submissionId);
  return {
    submissionId: stored.submissionId,
    scenarioId: stored.scenarioId,
    scenarioTitle: exercise.scenario.title,
    number: stored.number,
    submittedAt: stored.submittedAt,
    handIn: stored.handIn,
    components: exercise.scenario.components.map(({ id, name }) => ({ id, name })),
    grade: stored.grade && toLearnerGrade(course, exercise, stored.grade, rubric, isOpen),
    opinion: opinion?.view ?? null,
    isPassed: isExercisePassed(stored.grade?.overall ?? null, course.outline.passing),
    passMark,
    handIns,
    opened: isOpen ? toOpened(exercise, rubric) : null,
    opensAfter: opensAfter(passMark),
  };
}

/** One's own hand-ins at a scenario, oldest first. */
export async function selectHandIns(actor: Actor, scenarioId: ScenarioId): Promise<HandInSummary[]> {
  return summariseHandIns(actor.learnerId, scenarioId);
}
