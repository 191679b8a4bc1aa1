import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CaseSchema } from '@/schemas/case';
import { ClaimSchema } from '@/schemas/claim';
import { LessonIdSchema } from '@/schemas/ids';
import { CaseCard } from './case-card';
import { ClaimCard } from './claim-card';
import { CodePair } from './code-pair';
import { Source } from './source';

const claim = ClaimSchema.parse({
  id: 'A-III-2',
  document: 'A',
  section: 'III',
  claim: 'Where milliseconds count, Rust is declared the winner.',
  kind: 'decision rule',
  verdict: 'oversimplified',
  why: 'Most milliseconds are elsewhere.',
  flipsWhen: 'A trace shows `gcAssistAlloc` in the tail.',
  misconception: 'Go cannot meet millisecond targets.',
  sources: [
    { title: 'Read page', url: 'https://example.org/read', seen: true, checked: '2026-11-21' },
    { title: 'Unread page', url: 'https://example.org/unread', seen: false },
  ],
});

test('a claim card names its verdict in words and shows only sources that somebody has read', () => {
  const html = renderToStaticMarkup(<ClaimCard claim={claim} lessonId={LessonIdSchema.parse('one')} />);
  expect(html).toContain('oversimplified');
  expect(html).toContain('https://example.org/read');
  expect(html).not.toContain('Unread page');
  expect(html).toContain('<code>gcAssistAlloc</code>');
});

test('a case card puts what the figures do not show outside the folded part', () => {
  const entry = CaseSchema.parse({
    id: 'C01',
    title: 'A move',
    group: 'Moves',
    decision: 'Go to Rust',
    decidingConstraint: 'the tail',
    boundary: '-',
    facets: { constraints: ['pauses'], boundaries: [], directions: ['rust'] },
    readings: ['mirror'],
    sections: [
      { heading: 'Measured', text: 'Charts.' },
      { heading: 'What it does not show', text: 'No table of percentiles.' },
    ],
    scenarios: [],
  });
  const html = renderToStaticMarkup(<CaseCard entry={entry} />);
  expect(html.indexOf('No table of percentiles')).toBeLessThan(html.indexOf('<details'));
  expect(html.indexOf('Charts.')).toBeGreaterThan(html.indexOf('<details'));
  expect(html).not.toContain('Boundary');
  expect(html).toContain('href="/cases/C01"');
});

test('a code pair labels its first listing Go and its second Rust', () => {
  const html = renderToStaticMarkup(
    <CodePair go="Go 1.19" rust="Rust 1.95">
      {'\n'}
      <pre>first</pre>
      {'\n'}
      <pre>second</pre>
    </CodePair>,
  );
  expect(html).toMatch(/Go 1\.19.*first.*Rust 1\.95.*second/s);
});

test('a source carries the day on which it was read', () => {
  expect(renderToStaticMarkup(<Source title="Guide" url="https://go.dev" checked="2026-11-21" />)).toContain(
    '21 Nov 2026',
  );
});
