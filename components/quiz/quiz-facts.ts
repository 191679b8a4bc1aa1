import type { PagePath } from '@/components/paths';

/** What the quiz pages say about the quiz around an attempt. */
export interface QuizFacts {
  readonly lessonId: string;
  readonly lessonTitle: string;
  readonly itemCount: number;
  readonly minutes: number;
  readonly masteryScore: number;
  /** Where to go once the quiz is mastered. */
  readonly next: { readonly href: PagePath; readonly label: string };
}
