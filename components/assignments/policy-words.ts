import type { AttemptsPolicy } from '@/schemas/assignment';

/** The rules of an assignment in one sentence each. */
export function sayAttempts({ counts, most }: AttemptsPolicy): string {
  const often =
    most === null
      ? 'Hand in as often as you like'
      : `At most ${most === 1 ? 'one hand-in' : `${most} hand-ins`} an exercise`;
  return `${often}; ${counts === 'best' ? 'the best one counts' : 'the latest one counts'}.`;
}

export const sayShare = (share: number): string => `${Math.round(share * 100)} %`;
