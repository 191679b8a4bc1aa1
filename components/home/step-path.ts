import { exercisePath, lessonPath, type PagePath, quizPath } from '@/components/paths';
import type { Step } from '@/schemas/progress';

/** Where the one next step is. */
export function stepPath(step: Exclude<Step, { type: 'done' }>): PagePath {
  switch (step.type) {
    case 'lesson':
      return lessonPath(step.lessonId);
    case 'quiz':
      return quizPath(step.lessonId);
    case 'exercise':
      return exercisePath(step.scenarioId);
  }
}

export const STEP_WORD: Readonly<Record<Exclude<Step['type'], 'done'>, string>> = {
  lesson: 'Lesson',
  quiz: 'Quiz',
  exercise: 'Exercise',
};
