import type { AssignmentTarget } from '@/schemas/assignment';
import type { LearningPath } from '@/schemas/learning-path';
import type { Step } from '@/schemas/progress';
import { type ExerciseFacts, type Leg, type LessonFacts, legsOf, type ModuleFacts } from '../legs';

/** One thing that an assignment asks for. Of an exercise part, any one of `exercises` is enough; the first is proposed. */
export type AssignmentPart =
  | { readonly type: 'lesson'; readonly lesson: LessonFacts }
  | { readonly type: 'quiz'; readonly lesson: LessonFacts }
  | { readonly type: 'exercise'; readonly exercises: readonly [ExerciseFacts, ...ExerciseFacts[]] };

/** What the course offers, as far as an assignment can ask for it. */
export interface Offer {
  readonly modules: readonly ModuleFacts[];
  readonly paths: readonly LearningPath[];
}

function partsOfLeg({ module, lessons, proposed }: Leg): AssignmentPart[] {
  const ofLessons = lessons.flatMap((lesson): AssignmentPart[] => [
    { type: 'lesson', lesson },
    // A lesson without a quiz has nothing to master.
    ...(lesson.itemIds.length > 0 ? [{ type: 'quiz', lesson } as const] : []),
  ]);
  const [first] = proposed;
  if (!first) return ofLessons;
  const others = module.exercises.filter(({ id }) => id !== first.id);
  return [...ofLessons, { type: 'exercise', exercises: [first, ...others] }];
}

/**
 * What an assignment asks for, in the order in which to take it: modules and paths ask for what completes them
 * (lessons read, quizzes mastered, one exercise a module), a list of exercises for each of them. What the course no longer has,
 * or has in preparation, asks for nothing.
 */
export function partsOf(target: AssignmentTarget, { modules, paths }: Offer): AssignmentPart[] {
  if (target.type === 'exercises')
    return target.scenarioIds.flatMap((id): AssignmentPart[] => {
      const exercise = modules.flatMap((module) => module.exercises).find((one) => one.id === id);
      return exercise ? [{ type: 'exercise', exercises: [exercise] }] : [];
    });
  const open = modules.filter(({ lessons }) => lessons.length > 0);
  if (target.type === 'modules')
    return legsOf(
      open.filter(({ id }) => target.moduleIds.includes(id)),
      null,
    ).flatMap(partsOfLeg);
  const path = paths.find(({ id }) => id === target.pathId);
  return path ? legsOf(open, path).flatMap(partsOfLeg) : [];
}

/** The exercises in which a hand-in counts for an assignment. */
export function exerciseIdsOf(parts: readonly AssignmentPart[]): string[] {
  return [
    ...new Set(parts.flatMap((part) => (part.type === 'exercise' ? part.exercises.map(({ id }) => String(id)) : []))),
  ];
}

/** A part as the step to take for it. An exercise that was begun goes before the one that is proposed. */
export function stepOf(part: AssignmentPart, begun: ReadonlySet<string>): Step {
  if (part.type === 'exercise') {
    const { id, title, minutes } = part.exercises.find((one) => begun.has(one.id)) ?? part.exercises[0];
    return { type: 'exercise', scenarioId: id, title, minutes };
  }
  const { id: lessonId, title, minutes } = part.lesson;
  const type = part.type;
  return { type, lessonId, title, minutes: type === 'lesson' ? minutes.reading : minutes.quiz };
}
