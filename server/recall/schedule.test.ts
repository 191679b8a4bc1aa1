import { createEmptyCard, fsrs, Rating } from 'ts-fsrs';
import { expect, test } from 'vitest';
import type { RecallMemory } from '@/schemas/recall';
import { schedule } from './schedule';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-21T08:00:00Z');

/** The first four default weights of FSRS 6 are the first stabilities; a better rating is due at least a day later. */
test.each([
  ['again', 0.212, 1],
  ['hard', 1.2931, 2],
  ['good', 2.3065, 3],
  ['easy', 8.2956, 8],
] as const)('a first answer rated %s has stability %d and is due in %i days', (rating, stability, days) => {
  const { memory, elapsedDays } = schedule(null, rating, NOW);
  expect(memory).toMatchObject({ stability, scheduledDays: days, due: NOW + days * DAY, reviewedAt: NOW, reps: 1 });
  expect(elapsedDays).toBeNull();
});

test('a chain of answers gives what the library gives on its own card', () => {
  const library = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false });
  let card = createEmptyCard(new Date(NOW));
  let memory: RecallMemory | null = null;
  let now = NOW;
  const ratings = ['good', 'again', 'hard', 'good', 'easy', 'again', 'good'] as const;
  for (const [index, rating] of ratings.entries()) {
    const grade = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;
    card = library.next(card, new Date(now), grade[rating]).card;
    memory = schedule(memory, rating, now).memory;
    expect(memory).toMatchObject({
      due: card.due.getTime(),
      stability: card.stability,
      difficulty: card.difficulty,
      reps: card.reps,
      lapses: card.lapses,
    });
    // Answered on the day, late, and early.
    now = memory.due + (index % 3) * DAY - (index === 4 ? 2 * DAY : 0);
  }
});

test('a clock that was set back by a day leaves no time passed, and the next date is not before today', () => {
  const { memory } = schedule(null, 'good', NOW);
  const back = schedule(memory, 'good', NOW - DAY);
  expect(back.elapsedDays).toBe(0);
  expect(back.memory.reviewedAt).toBe(NOW);
  expect(back.memory.due).toBeGreaterThan(NOW);
});
