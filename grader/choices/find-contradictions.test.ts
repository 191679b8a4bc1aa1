import { expect, test } from 'vitest';
import { type Choice, ScenarioSchema } from '@/schemas/scenario';
import { FIXTURE_EXERCISE } from '@/tests/support/graded-exercise';
import { readText } from '../text/read-text';
import { readComponentNames } from './component-names';
import { findContradictions } from './find-contradictions';
import { findBoundaryContradiction, readBoundaries } from './read-boundary';
import { readStatements } from './read-statements';

const component = (id: string, name: string, answer: Choice) => ({
  id,
  name,
  answer,
  also_defensible: [],
  because: 'of something',
});
const scenario = {
  ...FIXTURE_EXERCISE.scenario,
  components: ScenarioSchema.shape.components.parse([
    component('edge-agent', 'Edge agent', 'rust'),
    component('control-plane', 'Control plane', 'go'),
    component('report-store', 'Report store', 'neither-keep-existing'),
  ]),
};
const names = readComponentNames(scenario, null);

function contradict(text: string, picks: readonly [Choice, Choice, Choice]) {
  const [agent, plane, store] = picks;
  const choices = { 'edge-agent': agent, 'control-plane': plane, 'report-store': store };
  return findContradictions(scenario, choices, readStatements(names, readText(text))).map(
    ({ component: id, written }) => `${id}: ${written}`,
  );
}

const keep = 'neither-keep-existing';

test.each([
  ['a verb', 'We write the edge agent in Go.', ['rust', 'go', keep], ['edge-agent: go']],
  ['a plan', 'The control plane will be written in Rust.', ['rust', 'go', keep], ['control-plane: rust']],
  ['a list', '- Edge agent: Go\n- Control plane → Go', ['rust', 'go', keep], ['edge-agent: go']],
  ['a table', '| Part | Language |\n|---|---|\n| Edge agent | Go |', ['rust', 'go', keep], ['edge-agent: go']],
  ['a heading', '## Control plane: Rust\n\nBecause of this.', ['rust', 'go', keep], ['control-plane: rust']],
  [
    'two parts at once',
    'Go for the agent and the control plane.',
    ['rust', 'rust', keep],
    ['edge-agent: go', 'control-plane: go'],
  ],
  ['what stays', 'Leave the report store alone.', ['rust', 'go', 'rust'], ['report-store: neither-keep-existing']],
  ['what is not touched', 'I would not touch the report store.', ['rust', 'go', 'go'], []],
  ['hands off', 'We do not touch the report store.', ['rust', 'go', 'go'], ['report-store: neither-keep-existing']],
  [
    'a new one where nothing was picked',
    'Start our own report store in Rust.',
    ['rust', 'go', keep],
    ['report-store: rust'],
  ],
  ['everything', 'Everything will be written in Go.', ['rust', 'rust', keep], ['edge-agent: go', 'control-plane: go']],
  [
    'a language without a part',
    'All of this points to Go.',
    ['rust', 'rust', 'rust'],
    ['edge-agent: go', 'control-plane: go', 'report-store: go'],
  ],
] as const)('%s that disagrees with the pick is found', (_, text, picks, found) => {
  expect(contradict(text, picks)).toEqual(found);
});

test.each([
  ['a condition', 'If a profile shows it, write the edge agent in Go.'],
  ['a question', 'Should we build the edge agent in Go?'],
  ['a denial', 'We do not write the edge agent in Go.'],
  ['another view', 'The author wants the edge agent in Go.'],
  ['an open choice', 'Whether the edge agent is written in Go or in Rust matters little.'],
  ['both said', 'We write the edge agent in Rust. The first edge agent was written in Go.'],
  ['a language in general beside a pick of it', 'All of this points to Go.'],
  ['what exists in the picked language', 'Leave the Go control plane as it is.'],
  ['a heading of alternatives', '## Alternatives\n\n- Rewrite of the edge agent in Go: no Go here, twelve months. No.'],
  ['the heading that the template gives', '## Alternatives, keeping what exists included\n\nEdge agent in Go: slower.'],
  ['a paragraph of alternatives', '**Alternatives.** Edge agent in Go, which costs memory.'],
  ['a list of what was considered', 'Options considered:\n\n- Edge agent in Go\n- Control plane in Rust'],
  ['a label that rejects', '- Rejected: edge agent in Go, for its memory.'],
  ['a list item that ends in a no', '- Edge agent in Go: costs 40 MB more. No.'],
])('%s contradicts nothing', (_, text) => {
  expect(contradict(text, ['rust', 'go', keep])).toEqual([]);
});

test('"either" agrees with everything, and no pick with nothing to compare', () => {
  expect(contradict('We write the edge agent in Go.', ['either', 'either', 'either'])).toEqual([]);
});

const boundary = (text: string, picked: 'FFI/C-ABI' | 'queue') =>
  findBoundaryContradiction(picked, readBoundaries(readText(text)))?.written;

test.each([
  ['the picked way is refused and another taken', 'No FFI: a separate process over gRPC.', 'process/gRPC'],
  ['in two sentences', 'We do not use cgo. The parts talk through a queue.', 'queue'],
  ['nothing is refused', 'The parts talk over gRPC.', undefined],
  ['nothing else is taken', 'No FFI here.', undefined],
  ['the picked way is taken too', 'No FFI for reads; behind a queue. Writes go through FFI.', undefined],
  ['it stays open', 'If FFI is out, we could talk over gRPC.', undefined],
] as const)('a boundary where %s', (_, text, written) => {
  expect(boundary(text, 'FFI/C-ABI')).toBe(written);
});

test.each([
  ['the next heading', '## Alternatives\n\nNone.\n\n## Decision\n\nWe write the edge agent in Go.'],
  ['the next paragraph', '**Alternatives.** None worth a page.\n\nWe write the edge agent in Go.'],
  ['a heading that only resembles it', '## Option taken\n\nWe write the edge agent in Go.'],
])('what was set aside ends with %s', (_, text) => {
  expect(contradict(text, ['rust', 'go', keep])).toEqual(['edge-agent: go']);
});

test('an alternative does not excuse a plan that contradicts the pick', () => {
  const text = 'We write the edge agent in Go.\n\n## Alternatives\n\nThe edge agent in Rust: nobody can review it.';
  expect(contradict(text, ['rust', 'go', keep])).toEqual(['edge-agent: go']);
});
