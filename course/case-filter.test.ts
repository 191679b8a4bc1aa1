import { expect, test } from 'vitest';
import { type Case, CaseSchema } from '@/schemas/case';
import { caseQuery, countFacets, filterCases, readCaseFilter } from './case-filter';

const entry = (id: string, facets: object, text: string): Case =>
  CaseSchema.parse({
    id,
    title: `Case ${id}`,
    group: 'Invented',
    decision: 'Go → Rust',
    decidingConstraint: 'invented',
    boundary: '-',
    facets,
    readings: ['seen'],
    sections: [{ heading: 'What it does not show', text }],
    scenarios: [],
  });

const cases = [
  entry('C01', { constraints: ['pauses'], boundaries: ['sidecar'], directions: ['rust', 'left-go'] }, 'Two spikes.'),
  entry('C02', { constraints: ['pauses', 'memory'], boundaries: [], directions: ['tuned'] }, 'GOMEMLIMIT was set.'),
  entry('C03', { constraints: ['team'], boundaries: ['sidecar', 'queue'], directions: ['go'] }, 'No spikes at all.'),
];
const idsOf = (params: Record<string, string>) => filterCases(cases, readCaseFilter(params)).map(({ id }) => id);

test('a filter keeps the cases that fit every facet and hold every word, whatever the capitals', () => {
  expect(idsOf({})).toEqual(['C01', 'C02', 'C03']);
  expect(idsOf({ constraint: 'pauses' })).toEqual(['C01', 'C02']);
  expect(idsOf({ boundary: 'sidecar', direction: 'left-go' })).toEqual(['C01']);
  expect(idsOf({ q: 'gomemlimit' })).toEqual(['C02']);
  expect(idsOf({ q: 'spikes   ALL' })).toEqual(['C03']);
  expect(idsOf({ constraint: 'team', q: 'two' })).toEqual([]);
});

test('a filter has one address, without empty parts and without values that the library does not know', () => {
  const filter = readCaseFilter({
    constraint: 'speed',
    boundary: ['process/gRPC', 'queue'],
    direction: '',
    q: '  tail  latency ',
  });
  expect(filter).toEqual({ constraint: null, boundary: 'process/gRPC', direction: null, text: 'tail latency' });
  expect(caseQuery(filter)).toBe('boundary=process%2FgRPC&q=tail+latency');
  expect(readCaseFilter(Object.fromEntries(new URLSearchParams(caseQuery(filter))))).toEqual(filter);
  expect(readCaseFilter({ q: 'x'.repeat(500) }).text).toHaveLength(80);
});

test('each value says how many cases it would leave under the rest of the filter; unused values are not offered', () => {
  const counts = countFacets(cases, readCaseFilter({ constraint: 'pauses', q: 'spikes' }));
  expect(counts.constraint).toEqual([
    { value: 'pauses', count: 1 },
    { value: 'memory', count: 0 },
    { value: 'team', count: 1 },
  ]);
  expect(counts.boundary).toEqual([
    { value: 'queue', count: 0 },
    { value: 'sidecar', count: 1 },
  ]);
  expect(counts.direction.map(({ value }) => value)).toEqual(['rust', 'go', 'tuned', 'left-go']);
});
