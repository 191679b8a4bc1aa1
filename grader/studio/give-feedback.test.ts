import { describe, expect, test } from 'vitest';
import { type DecisionRecord, EMPTY_DECISION } from '@/schemas/decision';
import type { PointId } from './feedback';
import { prepareBeliefs } from './find-beliefs';
import { giveFeedback } from './give-feedback';

const decision = (part: Partial<DecisionRecord>): DecisionRecord => ({ ...EMPTY_DECISION, ...part });
const levels = (part: Partial<DecisionRecord>) =>
  Object.fromEntries(giveFeedback(decision(part)).points.map(({ id, level }) => [id, level]));
const levelOf = (id: PointId, part: Partial<DecisionRecord>) => levels(part)[id];
const kinds = (context: string) => giveFeedback(decision({ context })).warnings.map(({ kind }) => kind);

const WHOLE: Partial<DecisionRecord> = {
  context: 'The gateway answers 2,000 requests a second. p99 is 40 ms; the database takes 28 ms, so 12 ms are left.',
  constraint: 'The contract says 50 ms at p99, so 10 ms remain for everything we change.',
  options: [
    { name: 'Keep the Go gateway', pros: 'Five of six engineers know it.', cons: 'Pauses of 2 ms under load.' },
    { name: 'Rewrite it in Rust', pros: 'No collector.', cons: 'Nobody on call can read it today.' },
  ],
  evidence: [
    { claim: 'p99 is 40 ms', source: 'Trace of 12 March 2026', limit: 'It covers one weekday without the sale.' },
  ],
  boundary: 'The gateway stays one process; only the parser sits behind a gRPC contract, which costs 0.3 ms a call.',
  ownership: 'The edge team owns it and is on call. Four people know Go; we train two more by June.',
  reversal: { what: 'If p99 exceeds 50 ms for two weeks, we move the parser.', by: '2026-09-01' },
};

test('a record that says all seven earns all seven, with its own words as evidence', () => {
  const { points, warnings } = giveFeedback(decision(WHOLE));
  expect(points.map(({ id, level }) => `${id} ${level}`)).toEqual([
    'constraint full',
    'numbers full',
    'alternatives full',
    'evidence full',
    'boundary full',
    'ownership full',
    'reversal full',
  ]);
  const written = JSON.stringify(WHOLE);
  for (const { quotes, missing } of points) {
    expect(missing).toBe('');
    for (const { quote } of quotes.filter((one) => one.field !== 'reversal' && one.field !== 'options'))
      expect(written).toContain(quote);
  }
  expect(warnings).toEqual([]);
});

test('an empty record earns nothing, and is told what could not be found, never that it was not done', () => {
  const { points } = giveFeedback(EMPTY_DECISION);
  for (const { level, missing, quotes } of points) {
    expect(level).toBe('none');
    expect(quotes).toEqual([]);
    expect(missing).toMatch(/could not find/);
    expect(missing).not.toMatch(/you did not/i);
  }
});

describe('denying a point earns nothing', () => {
  test.each<[PointId, Partial<DecisionRecord>]>([
    ['reversal', { reversal: { what: 'We have no reversal condition.', by: '' } }],
    ['reversal', { context: 'We will never revisit this, whatever happens by 2027.' }],
    ['reversal', { context: 'There is no plan to roll back if latency exceeds 50 ms.' }],
    ['ownership', { ownership: 'Nobody is on call for it, and there is no owner.' }],
    ['ownership', { ownership: 'TBD' }],
    ['boundary', { boundary: 'None' }],
    ['boundary', { boundary: 'We have no boundary yet.' }],
    ['evidence', { context: 'We have not measured anything, and no benchmark of ours exists.' }],
    ['alternatives', { context: 'We considered no alternatives.' }],
    ['constraint', { constraint: 'We do not know.' }],
  ])('%s: %j', (id, part) => {
    expect(levelOf(id, part)).toBe('none');
  });
});

describe('half is what is there without what makes it usable', () => {
  test.each<[PointId, Partial<DecisionRecord>]>([
    ['constraint', { constraint: 'Performance and scalability are most important.' }],
    ['numbers', { context: 'We answer 2,000 requests a second with p99 at 40 ms.' }],
    ['alternatives', { context: 'We rejected Java because it starts too slowly for us.' }],
    ['evidence', { evidence: [{ claim: 'p99 is 40 ms', source: 'trace of March', limit: '' }] }],
    ['boundary', { boundary: 'The boundary is at the parser.' }],
    ['ownership', { ownership: 'We will hire two engineers with Rust experience.' }],
    ['reversal', { reversal: { what: 'If the team is unhappy with it', by: '' } }],
  ])('%s: %j', (id, part) => {
    expect(levelOf(id, part)).toBe('half');
  });
});

describe('words that only look like a point are no part of it', () => {
  test.each<[PointId, Partial<DecisionRecord>]>([
    ['evidence', { context: 'The events are published to a topic that the billing service reads.' }],
    ['evidence', { context: 'Our metrics go to one collector in each region.' }],
    ['evidence', { notes: '| Author | [A. Writer](https://github.com/awriter) |' }],
    ['evidence', { notes: 'See the [tracking issue](https://tracker.example/issues/12).' }],
    ['evidence', { context: 'Fields are filled according to the table below.' }],
    ['evidence', { context: '- [The tool](https://tool.example)' }],
    ['evidence', { decision: 'Builds SHOULD follow the layout of [the sample](https://tool.example/sample).' }],
    ['boundary', { context: 'A message published over core NATS reaches every subscriber.' }],
    ['ownership', { context: 'Rotation of signing keys happens every quarter without a restart.' }],
    ['ownership', { context: 'The operator is responsible for creating the volumes.' }],
    ['ownership', { context: 'All drivers are supported by the storage service.' }],
    ['ownership', { context: 'The plan was to see how the tool behaves; we could experience how it felt.' }],
    ['reversal', { context: 'Switching to arm machines on side-by-side pools has made releases cheaper.' }],
    ['reversal', { context: 'The feature is left undocumented on purpose by its authors.' }],
    ['alternatives', { context: 'The files remain in the bucket when the service is removed.' }],
    ['constraint', { context: 'A pool can become a bottleneck if it holds 10 connections.' }],
    ['numbers', { context: 'The weights are 100% for the first and 0% for the second.' }],
    ['numbers', { context: 'It scans 1000s of rows, and two different services write them.' }],
    ['numbers', { context: 'The pattern is written as "in.$1.$2" there.' }],
  ])('%s: %j', (id, part) => {
    expect(levelOf(id, part)).toBe('none');
  });

  test.each([
    'Connection reuse: always roll back after an error.',
    'Tokens must never be written to a log.',
    '> It is a very popular tool, says its author.',
    'It serves Kubernetes clusters by using the storage interface.',
  ])('no warning: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });
});

describe('a point in other words is seen', () => {
  test.each<[PointId, Partial<DecisionRecord>]>([
    ['constraint', { decision: 'Given that the vendor ends support, we take the successor.' }],
    ['constraint', { context: 'The price of the hosted plan is no longer acceptable.' }],
    ['alternatives', { context: 'The hosted plan has a good screen, but its price is no longer acceptable.' }],
    ['alternatives', { context: 'We tried Harbourmaster; it was not a good fit because half of it is undocumented.' }],
    ['alternatives', { decision: '**Why the syncing operator over sealed files:**\n\n- One source of truth' }],
    [
      'alternatives',
      {
        context:
          'We built a trial of all three options:\n\n1. **Mounting** works, but it is complex.\n2. **Copying** is easy, but it lacks rotation.',
      },
    ],
    ['alternatives', { options: [{ name: 'Continue to use the queue', pros: '', cons: 'It loses order.' }] }],
    ['evidence', { context: 'Our traffic doubles each spring, as [the yearly report](https://report.example) shows.' }],
    [
      'alternatives',
      { options: [{ name: 'Keep certificates in the controller', pros: '', cons: 'Its life is another.' }] },
    ],
    ['evidence', { context: 'We created proofs of concept for all three options.' }],
    ['evidence', { context: 'An outside audit in March identified two flaws in how we deploy.' }],
    ['reversal', { context: 'If we ever need the old machines again, we can run both pools.' }],
    ['reversal', { reviewOn: '2027-02-25' }],
  ])('%s: %j', (id, part) => {
    expect(levelOf(id, part)).toBe('half');
  });

  test('a saving made of a cost and a share is a figure worked out', () => {
    expect(levelOf('numbers', { context: 'It would cost 100 € a year, a saving of 99 %.' })).toBe('full');
  });
});

test('a dated or measurable condition makes a reversal whole', () => {
  expect(levelOf('reversal', { reversal: { what: 'If the team is unhappy with it', by: 'end of June 2027' } })).toBe(
    'full',
  );
  expect(levelOf('reversal', { notes: 'We revisit this if p99 rises above 80 ms.' })).toBe('full');
});

test('saying that nobody can do it yet is a fact about skills', () => {
  const said = {
    ownership: 'The edge team owns it. Nobody on the team has written Rust before, so two people train until May.',
  };
  expect(levelOf('ownership', said)).toBe('full');
});

test('a wrong sum is pointed out with what it comes to, and holds the numbers at half', () => {
  const { points, warnings } = giveFeedback(decision({ context: 'We pay 12 nodes × 90 € = 1,800 € a month.' }));
  expect(points.find(({ id }) => id === 'numbers')?.level).toBe('half');
  expect(warnings).toMatchObject([{ kind: 'sum', message: expect.stringContaining('1080') }]);
});

describe('warnings', () => {
  test.each([
    ['slogan', 'Rust is blazingly fast.'],
    ['slogan', 'We choose it because it is memory safe.'],
    ['popularity', 'It is the most popular choice today.'],
    ['popularity', 'Discord switched to Rust.'],
    ['benchmark', 'In a benchmark it was 3x faster.'],
    ['percentiles', 'Our share is p99 of the gateway minus p50 of the database.'],
    ['absolute', 'This guarantees that it never fails.'],
  ])('%s: %s', (kind, text) => {
    expect(kinds(text)).toContain(kind);
  });

  test.each([
    'The parser of untrusted input is C code with three CVEs; a memory-safe language ends that.',
    'Our benchmark of 12 March 2026 with Go 1.26 was 1.2x faster.',
    'This does not guarantee that it works, and it is not always so.',
    'We will not use popularity as a reason.',
    'We keep Go for the gateway.',
  ])('none: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test('a famous company in the list of evidence is forgiven where its limit is said', () => {
    const claim = 'Discord switched to Rust for one service.';
    const evidence = (limit: string) => [{ claim, source: 'https://example.org', limit }];
    expect(giveFeedback(decision({ evidence: evidence('') })).warnings).toHaveLength(1);
    expect(giveFeedback(decision({ evidence: evidence('Their state was in memory.') })).warnings).toEqual([]);
  });
});

test('a belief of the library is shown with its public correction, and not where it is corrected', () => {
  const says = [
    'Rust takes a year to learn',
    'learning Rust takes a whole year',
    'engineers need a year to learn Rust',
    'it takes a year until somebody has learnt Rust',
    'Rust needs a year of learning',
    'a year is what learning Rust takes',
  ];
  const corrects = [
    'two months are enough to write services in Rust',
    'teams ship Rust after six weeks',
    'Rust is learnt in weeks',
  ];
  const belief = {
    id: 'rust-takes-a-year',
    statement: 'Rust takes a year to learn.',
    answer: 'Teams report months.',
    claims: [],
  };
  const beliefs = prepareBeliefs([belief] as never, [{ id: belief.id, says, corrects }]);
  const warned = (context: string) =>
    giveFeedback(decision({ context }), beliefs).warnings.filter(({ kind }) => kind === 'misconception');
  const found = warned('Rust takes a year to learn for our engineers.');
  expect(found).toMatchObject([{ message: expect.stringContaining('Teams report months.') }]);
  expect(JSON.stringify(found)).not.toContain('whole year');
  expect(warned('They said that Rust takes a year to learn, but our two pilots needed six weeks.')).toEqual([]);
});

test('the same record gives the same feedback, and 64 KiB of prose are read within a second', () => {
  const context = 'The gateway answers 2,000 requests a second, because 12 ms are left of 40 ms. '.repeat(250);
  const long = decision({
    context: context.slice(0, 20_000),
    notes: context.slice(0, 20_000),
    decision: context.slice(0, 20_000),
  });
  const start = performance.now();
  const first = giveFeedback(long);
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(giveFeedback(long)).toEqual(first);
});
