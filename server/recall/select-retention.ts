import 'server-only';
import { isRecalled } from '@/grader/recall/rating';
import { measureRetention, type Retention } from '@/grader/recall/retention';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { isNewCard, readCards, readState } from './cards';
import { dayOf, mondayOf } from './days';
import { ensureCards } from './ensure-cards';
import { readCounted } from './logs';

/** What the page on progress shows: how much was recalled, and how many cards there are. */
export interface RecallProgress {
  readonly retention: Retention;
  readonly answers: number;
  readonly cards: { readonly active: number; readonly unanswered: number; readonly retired: number };
}

/** Answers at least a day after the one before show memory; a first answer shows none, and one on the same day little. */
export async function selectRecallProgress(actor: Actor | null): Promise<RecallProgress> {
  if (!actor) return { retention: measureRetention([]), answers: 0, cards: { active: 0, unanswered: 0, retired: 0 } };
  await ensureCards(actor);
  const { learnerId } = actor;
  const { timeZone } = await readState(database(), learnerId);
  const logs = await readCounted(database(), learnerId, 0);
  const spaced = logs.filter(({ elapsedDays }) => elapsedDays !== null && elapsedDays >= 1);
  const cards = await readCards(database(), learnerId);
  const active = cards.filter(({ retiredAt }) => retiredAt === null);
  return {
    retention: measureRetention(
      spaced.map(({ reviewedAt, rating }) => ({
        week: mondayOf(dayOf(reviewedAt, timeZone)),
        isRecalled: isRecalled(rating),
      })),
    ),
    answers: logs.length,
    cards: {
      active: active.length,
      unanswered: active.filter(isNewCard).length,
      retired: cards.length - active.length,
    },
  };
}
