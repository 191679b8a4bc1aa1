import type { ModuleCell } from '@/schemas/dashboard-view';

export type Band = 'none' | 'some' | 'most' | 'done';

/** Which band a share of the steps falls into: nothing, below a half, the rest, all. */
export function bandOf(done: number, steps: number, isBegun: boolean): Band {
  if (steps > 0 && done >= steps) return 'done';
  if (!isBegun) return 'none';
  return done * 2 < steps ? 'some' : 'most';
}

export const BAND_WORD: Readonly<Record<Band, string>> = {
  none: 'not begun',
  some: 'less than half of the steps',
  most: 'half or more',
  done: 'complete',
};

/** One cell in words, for whoever cannot see it or wants more than its number. */
export function cellWords(cell: ModuleCell): string {
  if (!cell.isBegun) return 'not begun';
  const best = cell.best === null ? 'no grade' : `best grade ${Math.round(cell.best * 100)} %`;
  const drafts = cell.handIns === 1 ? '1 draft' : `${cell.handIns} drafts`;
  return `${cell.done} of ${cell.steps} steps: ${cell.lessonsRead} lessons read, ${cell.quizzesMastered} quizzes mastered, ${drafts}, ${best}`;
}
