import type { Route } from 'next';
import type { Step } from '@/schemas/progress';

/** Where the one next step is. */
export function stepPath(step: Exclude<Step, { type: 'done' }>): Route {
  switch (step.type) {
    case 'lesson':
      return `/lessons/${step.lessonId}`;
    case 'quiz':
      return `/lessons/${step.lessonId}/quiz`;
    case 'exercise':
      return `/exercises/${step.scenarioId}`;
  }
}

export const STEP_WORD: Readonly<Record<Exclude<Step['type'], 'done'>, string>> = {
  lesson: 'Lesson',
  quiz: 'Quiz',
  exercise: 'Exercise',
};
