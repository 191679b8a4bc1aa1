import { describe, expect, test } from 'vitest';
import { MOST_A_DAY, MOST_NEW_A_DAY, type PlannedCard, planDay } from './plan-day';

const TODAY = '2026-11-21';
const NONE = { reviews: 0, fresh: 0 };
const card = (id: string, dueAt: number, over: Partial<PlannedCard> = {}): PlannedCard => ({
  id,
  dueAt,
  dueDay: '2026-11-20',
  isNew: false,
  rank: 0,
  ...over,
});
const many = (count: number, over: Partial<PlannedCard> = {}) =>
  Array.from({ length: count }, (_, index) => card(`${over.isNew ? 'n' : 'd'}${index}`, 100 - index, over));
const idsOf = (plan: { today: readonly PlannedCard[] }) => plan.today.map(({ id }) => id);

describe('the plan of a day', () => {
  test('asks the most overdue first, then what is new, and what was missed before what was read', () => {
    const cards = [
      card('new-read', 1, { isNew: true, rank: 2 }),
      card('new-missed', 5, { isNew: true }),
      card('late', 30),
      card('later', 20),
    ];
    expect(idsOf(planDay(cards, TODAY, NONE))).toEqual(['later', 'late', 'new-missed', 'new-read']);
  });

  test('is at most twelve, and says how many wait', () => {
    const plan = planDay(many(20), TODAY, NONE);
    expect(plan.today).toHaveLength(MOST_A_DAY);
    expect(idsOf(plan)[0]).toBe('d19');
    expect(plan.waiting).toBe(8);
  });

  test('has at most six new ones, counted with those of today', () => {
    const cards = many(20, { isNew: true });
    expect(planDay(cards, TODAY, NONE).today).toHaveLength(MOST_NEW_A_DAY);
    expect(planDay(cards, TODAY, { reviews: 4, fresh: 4 }).today).toHaveLength(2);
    expect(planDay(cards, TODAY, { reviews: 11, fresh: 2 }).today).toHaveLength(1);
    expect(planDay(cards, TODAY, { reviews: 12, fresh: 2 })).toMatchObject({ today: [], waiting: 20 });
  });

  test('asks no new card while twelve others are due', () => {
    const plan = planDay([...many(12), ...many(3, { isNew: true })], TODAY, NONE);
    expect(plan.today.every(({ isNew }) => !isNew)).toBe(true);
    expect(plan.waiting).toBe(3);
  });

  test('takes a card from the first minute of its day on, and names the next one after today', () => {
    const cards = [card('today', 900, { dueDay: TODAY }), card('tomorrow', 950, { dueDay: '2026-11-22' })];
    expect(planDay(cards, TODAY, NONE)).toMatchObject({ today: [{ id: 'today' }], waiting: 0, nextAt: 950 });
    expect(planDay([], TODAY, NONE)).toEqual({ today: [], waiting: 0, nextAt: null });
  });
});
