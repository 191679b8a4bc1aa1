import { expect, test } from 'vitest';
import { askColumns, askDefault, type ColumnReading, compare, countDecided, NOTHING, SERVICES } from './decision-trees';

const verdicts = (service: keyof typeof SERVICES) => ({
  first: askColumns(SERVICES[service], 'first').verdict,
  any: askColumns(SERVICES[service], 'any').verdict,
  all: askColumns(SERVICES[service], 'all').verdict,
  default: askDefault(SERVICES[service]).verdict,
});

test('the three services show agreement, contradiction and silence', () => {
  expect(verdicts('consent')).toEqual({ first: 'rust', any: 'both', all: 'go', default: 'go' });
  expect(verdicts('recorder')).toEqual({ first: 'rust', any: 'rust', all: 'silent', default: 'rust' });
  expect(verdicts('archive')).toEqual({ first: 'rust', any: 'rust', all: 'silent', default: 'silent' });
});

/**
 * Three ticks for Rust and four for Go make 8 · 16 = 128 combinations.
 * any: Rust alone 7 · 1, Go alone 1 · 15. all: Rust alone 1 · 15, Go alone 7 · 1. first: all but the empty one.
 */
test.each<[ColumnReading, number]>([
  ['any', 22],
  ['all', 22],
  ['first', 127],
])('read as "%s", document A decides %i of 128 combinations', (reading, decided) => {
  expect(countDecided(reading)).toEqual({ decided, all: 128 });
});

test('read from the top, one tick for Rust outweighs four for Go, and the rest is not asked', () => {
  const { steps, verdict } = askColumns({ ...SERVICES.consent, performance: false }, 'first');
  expect(verdict).toBe('rust');
  expect(steps.map(({ answer }) => answer)).toEqual([false, true, null, null, null, null, null]);
});

test('document B asks about the team only after a trigger, and falls back to its default', () => {
  expect(askDefault({ ...NOTHING, isNew: true }).steps.at(-1)?.answer).toBeNull();
  expect(askDefault({ ...NOTHING, isNew: true, canSupport: true }).verdict).toBe('go');
  expect(askDefault({ ...NOTHING, isNew: true, longevity: true, canSupport: true }).verdict).toBe('rust');
  expect(askDefault({ ...NOTHING, performance: true, canSupport: true }).verdict).toBe('silent');
});

test('no answer of either procedure depends on where the time goes or on what exists already', () => {
  const other = { ...SERVICES.archive, elsewhere: false, incumbent: false };
  for (const reading of ['first', 'any', 'all'] as const)
    expect(askColumns(other, reading)).toEqual(askColumns(SERVICES.archive, reading));
  expect(askDefault(other)).toEqual(askDefault(SERVICES.archive));
});

test.each([
  ['go', 'go', 'agree'],
  ['rust', 'go', 'contradict'],
  ['both', 'go', 'one decides'],
  ['silent', 'both', 'neither decides'],
] as const)('%s beside %s: %s', (first, second, agreement) => {
  expect(compare(first, second)).toBe(agreement);
});
