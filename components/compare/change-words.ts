import type { TitledChange } from '@/schemas/comparison';

/** What became of a criterion, in words: "met since draft 2". */
export function standingWords({ standing, direction }: TitledChange, draft: number): string {
  switch (standing) {
    case 'resolved':
      return `met since draft ${draft}`;
    case 'kept':
      return 'met in both';
    case 'reopened':
      return 'no longer met';
    case 'open':
      if (direction === 'rose') return 'nearer, still open';
      return direction === 'fell' ? 'further off, still open' : 'still open';
    default:
      return standing satisfies never;
  }
}

/** ↑ ↓ and nothing: always beside the words. */
export const ARROW: Readonly<Record<TitledChange['direction'], string>> = { rose: '↑', fell: '↓', same: '' };
