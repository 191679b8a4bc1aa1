import 'server-only';
import { type Card, fsrs, Rating, State } from 'ts-fsrs';
import { PROMISED_RETENTION } from '@/grader/recall/retention';
import type { RecallMemory, RecallRating } from '@/schemas/recall';

/**
 * The scheduler with its own default weights. No fuzz: the same answers give the same dates. No short-term steps: there
 * is one sitting a day, so nothing is asked again within minutes (docs/decisions/021).
 */
const scheduler = fsrs({ request_retention: PROMISED_RETENTION, enable_fuzz: false, enable_short_term: false });

const RATING = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;

function toCard(memory: RecallMemory | null, now: number): Card {
  if (!memory)
    return {
      due: new Date(now),
      stability: 0,
      difficulty: 0,
      elapsed_days: 0,
      scheduled_days: 0,
      learning_steps: 0,
      reps: 0,
      lapses: 0,
      state: State.New,
    };
  return {
    due: new Date(memory.due),
    stability: memory.stability,
    difficulty: memory.difficulty,
    elapsed_days: 0,
    scheduled_days: memory.scheduledDays,
    learning_steps: 0,
    reps: memory.reps,
    lapses: memory.lapses,
    // Without short-term steps a card that was answered is in review, also after a lapse.
    state: State.Review,
    last_review: new Date(memory.reviewedAt),
  };
}

const DAY_MS = 86_400_000;
/** Days of the calendar in UTC, as the scheduler counts them. */
const daysBetween = (from: number, to: number) => Math.floor(to / DAY_MS) - Math.floor(from / DAY_MS);

export interface Scheduled {
  readonly memory: RecallMemory;
  /** Days since the answer before; null for a first one. */
  readonly elapsedDays: number | null;
}

/**
 * What is remembered after an answer, and when the card is due. A server clock that was set back gives an instant before
 * the last answer: then no time has passed, and the answer counts as given at the instant of the last one.
 */
export function schedule(memory: RecallMemory | null, rating: RecallRating, now: number): Scheduled {
  const reviewedAt = Math.max(now, memory?.reviewedAt ?? now);
  const { card } = scheduler.next(toCard(memory, reviewedAt), new Date(reviewedAt), RATING[rating]);
  return {
    memory: {
      stability: card.stability,
      difficulty: card.difficulty,
      reps: card.reps,
      lapses: card.lapses,
      scheduledDays: card.scheduled_days,
      due: card.due.getTime(),
      reviewedAt,
    },
    elapsedDays: memory ? daysBetween(memory.reviewedAt, reviewedAt) : null,
  };
}
