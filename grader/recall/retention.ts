/** Below this many answers a share says more about chance than about memory. */
export const FEWEST_REVIEWS = 20;

/** The scheduler picks each distance so that this share should be recalled when it is over. */
export const PROMISED_RETENTION = 0.9;

/** An answer to a card at least a day after the one before. */
export interface SpacedReview {
  /** Monday of its week, `YYYY-MM-DD`, in the learner's own time zone. */
  readonly week: string;
  readonly isRecalled: boolean;
}

export interface RetentionWeek {
  readonly week: string;
  readonly n: number;
  readonly recalled: number;
  readonly share: number;
}

export type Retention =
  | { readonly type: 'too-early'; readonly n: number; readonly needed: number }
  | { readonly type: 'measured'; readonly n: number; readonly share: number; readonly weeks: readonly RetentionWeek[] };

function weekOf(week: string, reviews: readonly SpacedReview[]): RetentionWeek {
  const recalled = reviews.filter((review) => review.isRecalled).length;
  return { week, n: reviews.length, recalled, share: recalled / reviews.length };
}

/**
 * The share recalled, over all and by week, oldest first; weeks without an answer are left out. Declines below
 * FEWEST_REVIEWS answers.
 */
export function measureRetention(reviews: readonly SpacedReview[]): Retention {
  const n = reviews.length;
  if (n < FEWEST_REVIEWS) return { type: 'too-early', n, needed: FEWEST_REVIEWS };
  const weeks = [...new Set(reviews.map(({ week }) => week))].sort();
  return {
    type: 'measured',
    n,
    share: reviews.filter(({ isRecalled }) => isRecalled).length / n,
    weeks: weeks.map((week) =>
      weekOf(
        week,
        reviews.filter((review) => review.week === week),
      ),
    ),
  };
}
