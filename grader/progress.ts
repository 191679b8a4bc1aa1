import type { ModuleId, SubmissionId } from '@/schemas/ids';
import type { LearningPath } from '@/schemas/learning-path';
import type { CourseProgress, ExerciseProgress, LessonProgress, ModuleProgress, Step } from '@/schemas/progress';
import { type ExerciseFacts, type Leg, type LessonFacts, legsOf, type ModuleFacts } from './legs';
import { isExercisePassed, isQuizMastered } from './passing';

/** What the course offers and what one learner did, as plain data. */
export interface ProgressFacts {
  readonly modules: readonly ModuleFacts[];
  readonly readLessonIds: readonly string[];
  /** For each item ever answered: whether the latest answer was right. */
  readonly latestByItem: Readonly<Record<string, boolean>>;
  readonly handIns: readonly {
    readonly scenarioId: string;
    readonly submissionId: SubmissionId;
    readonly overall: number | null;
    readonly submittedAt: number;
  }[];
  readonly drafts: readonly { readonly scenarioId: string; readonly savedAt: number }[];
  readonly passMark: number;
  /** The path that this learner follows; null for the whole course. */
  readonly path: LearningPath | null;
  /** Where a placement said to start; left out or null where none did. */
  readonly startAt?: ModuleId | null;
}

function lessonProgress(lesson: LessonFacts, facts: ProgressFacts): LessonProgress {
  const answers = lesson.itemIds.map((id) => facts.latestByItem[id]);
  const right = answers.filter((answer) => answer === true).length;
  const total = lesson.itemIds.length;
  return {
    lessonId: lesson.id,
    isRead: facts.readLessonIds.includes(lesson.id),
    quiz: {
      right,
      total,
      isStarted: answers.some((answer) => answer !== undefined),
      // A lesson without a quiz has nothing left to master.
      isMastered: total === 0 || isQuizMastered(right, total, lesson.masteryScore),
    },
  };
}

function exerciseProgress(exercise: ExerciseFacts, facts: ProgressFacts): ExerciseProgress {
  const handIns = facts.handIns
    .filter((handIn) => handIn.scenarioId === exercise.id)
    .toSorted((one, other) => one.submittedAt - other.submittedAt);
  const grades = handIns.map((handIn) => handIn.overall).filter((overall) => overall !== null);
  const bestOverall = grades.length > 0 ? Math.max(...grades) : null;
  return {
    scenarioId: exercise.id,
    handIns: handIns.length,
    bestOverall,
    isPassed: isExercisePassed(bestOverall, { exerciseOverall: facts.passMark }),
    latestSubmissionId: handIns.at(-1)?.submissionId ?? null,
    draftSavedAt: facts.drafts.find((draft) => draft.scenarioId === exercise.id)?.savedAt ?? null,
  };
}

/** A module is complete with every lesson read, every quiz mastered and, where it has exercises, one of them passed. */
function moduleProgress(
  module: ModuleFacts,
  lessons: readonly LessonProgress[],
  exercises: readonly ExerciseProgress[],
): ModuleProgress {
  const lessonsRead = lessons.filter((lesson) => lesson.isRead).length;
  const quizzesMastered = lessons.filter((lesson) => lesson.quiz.total > 0 && lesson.quiz.isMastered).length;
  const exercisesPassed = exercises.filter((exercise) => exercise.isPassed).length;
  const isComplete =
    lessons.every((lesson) => lesson.isRead && lesson.quiz.isMastered) &&
    (exercises.length === 0 || exercisesPassed > 0);
  const isStarted =
    lessons.some((lesson) => lesson.isRead || lesson.quiz.isStarted) ||
    exercises.some((exercise) => exercise.handIns > 0 || exercise.draftSavedAt !== null);
  return {
    moduleId: module.id,
    status: lessons.length === 0 ? 'in-preparation' : isComplete ? 'complete' : isStarted ? 'started' : 'not-started',
    lessonsRead,
    lessonsTotal: lessons.length,
    quizzesMastered,
    exercisesPassed,
    exercisesTotal: exercises.length,
  };
}

/** The steps that one module of a way still asks for, in the order in which a learner should take them. */
export function stepsLeft({ module, lessons, proposed }: Leg, facts: ProgressFacts): Exclude<Step, { type: 'done' }>[] {
  if (module.lessons.length === 0) return [];
  const ofLessons = lessons.flatMap((lesson) => {
    const progress = lessonProgress(lesson, facts);
    const { id: lessonId, title, minutes } = lesson;
    const reading = { type: 'lesson', lessonId, title, minutes: minutes.reading } as const;
    const quiz = { type: 'quiz', lessonId, title, minutes: minutes.quiz } as const;
    return [...(progress.isRead ? [] : [reading]), ...(progress.quiz.isMastered ? [] : [quiz])];
  });
  const first = proposed[0];
  const exercises = module.exercises.map((exercise) => exerciseProgress(exercise, facts));
  if (!first || exercises.some((exercise) => exercise.isPassed)) return ofLessons;
  // Whoever began an exercise is sent back to that one, proposed or not.
  const begun = module.exercises.find((_, index) => {
    const progress = exercises[index];
    return progress !== undefined && (progress.handIns > 0 || progress.draftSavedAt !== null);
  });
  const { id, title, minutes } = begun ?? first;
  return [...ofLessons, { type: 'exercise', scenarioId: id, title, minutes }];
}

/**
 * The way from where a placement said to start, for whoever did start there: what comes before it comes last. Whoever
 * went to the beginning all the same goes on from there.
 */
function fromStart(legs: readonly Leg[], modules: readonly ModuleProgress[], startAt: ModuleId | null): readonly Leg[] {
  const at = legs.findIndex(({ module }) => module.id === startAt);
  const later = legs.slice(Math.max(0, at)).map(({ module }) => module.id);
  const hasBegun = modules.some(
    ({ moduleId, status }) => (status === 'started' || status === 'complete') && later.includes(moduleId),
  );
  return at > 0 && hasBegun ? [...legs.slice(at), ...legs.slice(0, at)] : legs;
}

/** Where one learner stands, what comes next and how many minutes are left. Modules in preparation ask for nothing. */
export function computeProgress(facts: ProgressFacts): CourseProgress {
  const parts = facts.modules.map((module) => {
    const lessons = module.lessons.map((lesson) => lessonProgress(lesson, facts));
    const exercises = module.exercises.map((exercise) => exerciseProgress(exercise, facts));
    return {
      lessons,
      exercises,
      progress: moduleProgress(module, lessons, exercises),
    };
  });
  const modules = parts.map((part) => part.progress);
  const legs = fromStart(legsOf(facts.modules, facts.path), modules, facts.startAt ?? null);
  const steps = legs.flatMap((leg) => stepsLeft(leg, facts));
  return {
    modules,
    lessons: parts.flatMap((part) => part.lessons),
    exercises: uniqueExercises(parts.flatMap((part) => part.exercises)),
    next: steps[0] ?? { type: 'done' },
    minutesLeft: steps.reduce((sum, step) => sum + step.minutes, 0),
    hasBegun:
      facts.readLessonIds.length > 0 ||
      Object.keys(facts.latestByItem).length > 0 ||
      facts.handIns.length > 0 ||
      facts.drafts.length > 0,
    pathId: facts.path?.id ?? null,
  };
}

/** A scenario may serve two modules; its standing is listed once. */
function uniqueExercises(list: readonly ExerciseProgress[]): ExerciseProgress[] {
  return list.filter((one, index) => list.findIndex((other) => other.scenarioId === one.scenarioId) === index);
}
