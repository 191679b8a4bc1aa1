import type { OverviewRow } from '@/schemas/result';

/** Guests have no name of their own yet: the end of their id tells them apart. */
export function personName({ name, isGuest, learnerId }: Pick<OverviewRow, 'name' | 'isGuest' | 'learnerId'>): string {
  return isGuest ? `Guest ${learnerId.slice(-5)}` : name;
}
