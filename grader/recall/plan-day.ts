/** One sitting: five minutes. */
export const MOST_A_DAY = 12;
/** New cards make tomorrow's reviews, so they are rationed more strictly. */
export const MOST_NEW_A_DAY = 6;

/** A card as the plan of a day sees it. Days are `YYYY-MM-DD` in the learner's own time zone. */
export interface PlannedCard {
  readonly id: string;
  readonly isNew: boolean;
  readonly dueAt: number;
  readonly dueDay: string;
  /** Among new cards the lower goes first: what was missed before what was only read. */
  readonly rank: number;
}

export interface DayPlan<Card> {
  /** What is asked today, in order. */
  readonly today: readonly Card[];
  /** Due as well, and left for the next days. */
  readonly waiting: number;
  /** The next card that is not due yet; null where there is none. */
  readonly nextAt: number | null;
}

const byDue = (one: PlannedCard, other: PlannedCard) =>
  one.dueAt - other.dueAt || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/**
 * What a learner is asked today. Cards answered before go first, the most overdue first, then new ones; at most
 * MOST_A_DAY with what was done today, MOST_NEW_A_DAY of them new. A card is due from the first minute of its day on.
 */
export function planDay<Card extends PlannedCard>(
  cards: readonly Card[],
  today: string,
  done: { readonly reviews: number; readonly fresh: number },
): DayPlan<Card> {
  const due = cards.filter((card) => !card.isNew && card.dueDay <= today).sort(byDue);
  const fresh = cards.filter((card) => card.isNew && card.dueDay <= today);
  fresh.sort((one, other) => one.rank - other.rank || byDue(one, other));
  const room = Math.max(0, MOST_A_DAY - done.reviews);
  const again = due.slice(0, room);
  const roomForNew = Math.max(0, Math.min(MOST_NEW_A_DAY - done.fresh, room - again.length));
  const asked = [...again, ...fresh.slice(0, roomForNew)];
  const later = cards.filter((card) => card.dueDay > today).map((card) => card.dueAt);
  return {
    today: asked,
    waiting: due.length + fresh.length - asked.length,
    nextAt: later.length > 0 ? Math.min(...later) : null,
  };
}
