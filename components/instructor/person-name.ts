import type { DeskPerson } from '@/schemas/dashboard-view';

/** Guests have no name of their own yet: the end of their id tells them apart. */
export function personName({ name, isGuest, learnerId }: Pick<DeskPerson, 'name' | 'isGuest' | 'learnerId'>): string {
  return isGuest ? `Guest ${learnerId.slice(-5)}` : name;
}
