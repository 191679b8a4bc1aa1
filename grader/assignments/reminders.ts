import type { ReminderKind } from '@/schemas/job';

const DAY_MS = 86_400_000;

/** How long before the date each reminder goes out. The last goes out a minute after it, so that nobody is called late on the dot. */
const BEFORE_MS: Readonly<Record<ReminderKind, number>> = {
  'three-days': 3 * DAY_MS,
  'one-day': DAY_MS,
  overdue: -60_000,
};

export interface Reminder {
  readonly kind: ReminderKind;
  readonly at: number;
}

/** The reminders still ahead at `now` for a date, earliest first. One whose time has passed is not made up for. */
export function remindersAhead(opensAt: number, dueAt: number, now: number): Reminder[] {
  return (['three-days', 'one-day', 'overdue'] as const)
    .map((kind) => ({ kind, at: dueAt - BEFORE_MS[kind] }))
    .filter(({ at }) => at > now && at > opensAt);
}

/** Whether a reminder still says what is true: one that ran late must not tell of a day that has gone. */
export function isReminderTrue(kind: ReminderKind, dueAt: number, now: number): boolean {
  if (kind === 'overdue') return now > dueAt;
  return now <= dueAt && (kind === 'one-day' || dueAt - now > BEFORE_MS['one-day']);
}
