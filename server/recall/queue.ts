import 'server-only';
import { type DayPlan, type PlannedCard, planDay } from '@/grader/recall/plan-day';
import type { LearnerId } from '@/schemas/ids';
import type { RecallFront, RecallQueue } from '@/schemas/recall';
import type { Actor } from '../actor';
import { database } from '../db/database';
import type { Db, Tx } from '../db/open-database';
import { toFront } from './card-fronts';
import { RANK, resolveSource } from './card-sources';
import { isNewCard, type RecallCard, type RecallState, readCards, readState } from './cards';
import { dayOf } from './days';
import { ensureCards } from './ensure-cards';
import { type CountedLog, readCounted } from './logs';
import { openExercises } from './open-exercises';
import { readOwnSources } from './own-sources';

const HOUR_MS = 3_600_000;
/** No day of any time zone began longer ago. */
const LONGEST_DAY_MS = 26 * HOUR_MS;
/** How long a page says that cards were retired. */
const RETIRED_SHOWN_MS = 7 * 24 * HOUR_MS;

type Planned = PlannedCard & { readonly card: RecallCard };

/** Where a learner stands today: what is asked, and what was answered. */
export interface Today {
  readonly state: RecallState;
  readonly cards: readonly RecallCard[];
  readonly done: readonly CountedLog[];
  readonly plan: DayPlan<Planned>;
}

function toPlanned(card: RecallCard, timeZone: string | null): Planned {
  const { id, dueAt } = card;
  return { id, dueAt, dueDay: dayOf(dueAt, timeZone), isNew: isNewCard(card), rank: RANK[card.kind], card };
}

/** Reads a learner's day as it stands in the database. */
export async function readToday(db: Db | Tx, learnerId: LearnerId, now: number): Promise<Today> {
  const state = await readState(db, learnerId);
  const today = dayOf(now, state.timeZone);
  const recent = await readCounted(db, learnerId, now - LONGEST_DAY_MS);
  const done = recent.filter(({ reviewedAt }) => dayOf(reviewedAt, state.timeZone) === today);
  const cards = await readCards(db, learnerId);
  const active = cards.filter(({ retiredAt }) => retiredAt === null).map((card) => toPlanned(card, state.timeZone));
  const counts = { reviews: done.length, fresh: done.filter(({ isFirst }) => isFirst).length };
  return { state, cards, done, plan: planDay(active, today, counts) };
}

async function firstFront(learnerId: LearnerId, plan: DayPlan<Planned>): Promise<RecallFront | null> {
  const sources = await readOwnSources(database(), learnerId);
  const isOpen = await openExercises(database(), learnerId);
  for (const { card } of plan.today) {
    const source = resolveSource(sources, card.kind, card.sourceKey);
    const front = source && toFront(card, source, isOpen);
    if (front) return front;
  }
  return null;
}

/** The last answer of today, if its card has not changed since. */
function undoable({ cards, done }: Today) {
  const last = done.at(-1);
  const card = cards.find(({ id }) => id === last?.cardId);
  // What was answered about a decision is in its record: it is changed there.
  if (!last || card?.kind === 'decision') return null;
  return card?.version === last.cardVersion + 1 ? last.id : null;
}

function standingOf(today: Today, now: number) {
  const { state, cards, done, plan } = today;
  return {
    doneToday: done.length,
    waiting: plan.waiting,
    timeZone: state.timeZone,
    undo: undoable(today),
    retired: cards.filter(
      ({ kind, retiredAt }) => kind !== 'decision' && retiredAt !== null && now - retiredAt < RETIRED_SHOWN_MS,
    ).length,
    cards: cards.filter(({ retiredAt }) => retiredAt === null).length,
  };
}

/** What /review shows to a learner as the database stands, without looking for new cards first. */
export async function readQueue(learnerId: LearnerId): Promise<RecallQueue> {
  const now = Date.now();
  const today = await readToday(database(), learnerId, now);
  const { state, plan } = today;
  const standing = standingOf(today, now);
  if (standing.cards === 0) return { ...standing, status: 'empty' };
  if (state.pausedAt !== null) return { ...standing, status: 'paused', pausedAt: state.pausedAt };
  const front = await firstFront(learnerId, plan);
  if (front) return { ...standing, status: 'asking', left: plan.today.length, front };
  if (plan.waiting > 0) return { ...standing, status: 'resting', next: { type: 'tomorrow' } };
  return { ...standing, status: 'resting', next: plan.nextAt === null ? null : { type: 'on', at: plan.nextAt } };
}

/** What /review shows; a visitor has nothing to review. */
export async function selectRecallQueue(actor: Actor | null): Promise<RecallQueue> {
  if (!actor) return { status: 'empty', doneToday: 0, waiting: 0, timeZone: null, undo: null, retired: 0, cards: 0 };
  await ensureCards(actor);
  return readQueue(actor.learnerId);
}

/** How many cards are asked today, and how many more wait; nothing while reviews are paused, and for a visitor. */
export interface DueCount {
  readonly today: number;
  readonly waiting: number;
}

/** For the home page and the header: a handful of small queries while nothing has changed. */
export async function selectDueCount(actor: Actor | null): Promise<DueCount> {
  if (!actor) return { today: 0, waiting: 0 };
  await ensureCards(actor);
  const { state, plan } = await readToday(database(), actor.learnerId, Date.now());
  return state.pausedAt === null ? { today: plan.today.length, waiting: plan.waiting } : { today: 0, waiting: 0 };
}
