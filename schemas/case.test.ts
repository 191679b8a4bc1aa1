import { expect, test } from 'vitest';
import { CaseSchema, limitLine, toCaseCitation, toPublicCase } from './case';

const withLimit = (heading: string, text: string) =>
  CaseSchema.parse({
    id: 'C01',
    title: 'An invented port',
    group: 'Invented',
    decision: 'Go → Rust',
    decidingConstraint: 'memory',
    boundary: '-',
    facets: { constraints: ['memory'], boundaries: [], directions: ['rust'] },
    readings: ['seen'],
    sections: [{ heading, text }],
    scenarios: ['S01'],
  });

test('the line about a limit is its first sentence, and a full stop inside a sentence does not end it', () => {
  const limit = (text: string) => limitLine(withLimit('What it does not show', text));
  expect(limit('Rust vs. plain C. Nothing else moved.')).toBe('Rust vs. plain C.');
  expect(limit('Nothing after Go 1.10, no `GOMEMLIMIT` (2022). The cache grew.')).toBe(
    'Nothing after Go 1.10, no GOMEMLIMIT (2022).',
  );
  expect(limit('A backend choice.')).toBe('A backend choice.');
  expect(limit('no full stop')).toBe('no full stop');
  expect(() => withLimit('Lesson', 'Types removed one bug.')).toThrow(/no section says what the case does not show/);
});

test('neither a citation nor a public case tells which exercises the case bears on', () => {
  const entry = withLimit('Not shown', 'A rate.');
  expect(toCaseCitation(entry)).toEqual({ id: 'C01', title: 'An invented port', limit: 'A rate.' });
  const { scenarios: _scenarios, ...rest } = entry;
  expect(toPublicCase(entry)).toEqual(rest);
});
