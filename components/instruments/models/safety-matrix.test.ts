import { expect, test } from 'vitest';
import { INCIDENTS, PLACES } from './safety-incidents';
import { cellKey, guess, logTotal, START_LOG, score, tally } from './safety-matrix';

const outcome = (id: string) => INCIDENTS.find((incident) => incident.id === id)?.cells;

test('the log of the lesson has 24 incidents, of which safe Rust rules out seven and lets twelve pass', () => {
  expect(logTotal(START_LOG)).toBe(24);
  expect(tally(START_LOG, 'rust')).toEqual({ refused: 7, stopped: 5, passes: 12 });
});

test('the race detector moves the counter and the interface from passing to stopping, and nothing else', () => {
  expect(tally(START_LOG, 'go')).toEqual({ refused: 0, stopped: 7, passes: 17 });
  expect(tally(START_LOG, 'race')).toEqual({ refused: 0, stopped: 9, passes: 15 });
  const moved = INCIDENTS.filter(({ cells }) => cells.go.outcome !== cells.race.outcome).map(({ id }) => id);
  expect(moved).toEqual(['counter', 'torn']);
});

test('nothing is ruled out once the code is unsafe or C', () => {
  expect(tally(START_LOG, 'raw').refused).toBe(0);
  expect(INCIDENTS.some(({ cells }) => cells.raw.outcome === 'refused')).toBe(false);
});

test('a log of use-after-free bugs is ruled out by both languages alike', () => {
  const log = { dangling: 10 };
  expect(tally(log, 'rust').refused).toBe(10);
  expect(tally(log, 'go').refused).toBe(10);
});

test('safe Rust never does worse than Go at a memory or data race', () => {
  for (const id of ['dangling', 'bounds', 'counter', 'map', 'torn'])
    expect(outcome(id)?.rust.outcome).not.toBe('passes');
});

test('every cell gives a reason, and ids are unique', () => {
  expect(new Set(INCIDENTS.map(({ id }) => id)).size).toBe(INCIDENTS.length);
  for (const { cells } of INCIDENTS) for (const { id } of PLACES) expect(cells[id].reason.length).toBeGreaterThan(8);
});

test('the first answer for a cell stands and is scored', () => {
  const key = cellKey('torn', 'go');
  const first = guess({}, key, 'stopped');
  expect(guess(first, key, 'passes')).toBe(first);
  expect(score(first)).toEqual({ made: 1, right: 0 });
  expect(score(guess({}, key, 'passes'))).toEqual({ made: 1, right: 1 });
});
