import type { Retention, RetentionRule } from '@/schemas/retention';

const YEAR = 365;

/** "90 days", "2 years". */
export function sayDays(days: number): string {
  if (days % YEAR !== 0) return `${days} days`;
  return days === YEAR ? '1 year' : `${days / YEAR} years`;
}

interface RuleWords {
  readonly label: string;
  /** When the days begin to count, and what stays. */
  readonly hint: string;
  /** What the count of a dry run counts. */
  readonly one: string;
  readonly many: string;
}

export const RULE_WORDS: Readonly<Record<RetentionRule, RuleWords>> = {
  guests: {
    label: 'Guests who stay away',
    hint: 'From their last visit. The guest goes with all work; accounts are never touched.',
    one: 'guest',
    many: 'guests',
  },
  withdrawnTexts: {
    label: 'Texts of people who left',
    hint: 'From their last visit, once they are in no cohort. Words and quotes go; picks, levels and grades stay.',
    one: 'text',
    many: 'texts',
  },
  seenNotices: {
    label: 'News that was read',
    hint: 'From the day it was read. Unread news stays.',
    one: 'piece of news',
    many: 'pieces of news',
  },
  textViews: {
    label: 'Who read whose text',
    hint: 'Only these lines of the record of acts. Overrides, exports and changes of roles stay for good.',
    one: 'line',
    many: 'lines',
  },
};

/** What the rules mean for one learner, as sentences. */
export function sayRules({ guests, withdrawnTexts, seenNotices, textViews }: Retention, isGuest: boolean): string[] {
  const until = (days: number | null, then: string, never: string) => (days === null ? never : then);
  return [
    isGuest
      ? `You are a guest: ${sayDays(guests)} after your last visit, everything of yours is deleted.`
      : 'Your work and your grades are kept until you delete your account.',
    until(
      withdrawnTexts,
      `If you are taken out of every cohort and stay away for ${sayDays(withdrawnTexts ?? 0)}, the texts of your records are removed. Your picks and grades stay.`,
      'Your texts are kept even after you leave a cohort.',
    ),
    until(seenNotices, `News that you read is removed after ${sayDays(seenNotices ?? 0)}.`, 'News is kept.'),
    until(
      textViews,
      `That somebody read a text of yours is on record for ${sayDays(textViews ?? 0)}.`,
      'That somebody read a text of yours stays on record.',
    ),
  ];
}
