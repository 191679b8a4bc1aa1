import { describe, expect, test } from 'vitest';
import { readAdr } from './read-adr';

function imported(text: string) {
  const read = readAdr(text);
  if (!read.ok) throw new Error(read.detail);
  return read.value;
}
const refused = (text: string) => {
  const read = readAdr(text);
  return read.ok ? 'accepted' : `${read.reason}: ${read.detail}`;
};

const NYGARD = `# 3. Use Go for the gateway

Date: 2026-02-01

## Status

Accepted

## Context

The gateway answers 2,000 requests a second.

### Today

It is Java.

## Decision

We use Go.

## Consequences

* One language less.

## Compliance

A test watches the start time.
`;

const MADR = `---
status: "accepted"
date: 2026-03-01
deciders: Ada, Grace
---

# Use Rust for the parser

## Context and Problem Statement

It reads untrusted files.

## Decision Drivers

* three CVEs in two years

## Considered Options

* Rust
* Keep C

## Decision Outcome

Chosen option: "Rust", because the input is untrusted.

### Consequences

* Good, because the class of bug ends.

### Confirmation

A fuzzer runs each night.

## Pros and Cons of the Options

### Rust

* Good, because it is memory-safe
* Neutral, because nobody knows it
* Bad, because builds are slow

### Keep C

* Good, because it exists
`;

test('a Nygard record goes to its fields, an unknown section to the open text, with the places told', () => {
  const { record, placed } = imported(NYGARD);
  expect(record).toMatchObject({
    title: '3. Use Go for the gateway',
    date: '2026-02-01',
    status: 'decided',
    context: 'The gateway answers 2,000 requests a second.\n\n### Today\n\nIt is Java.',
    decision: 'We use Go.',
    consequences: '* One language less.',
    notes: '## Compliance\n\nA test watches the start time.',
  });
  expect(placed.map(({ heading, line, field }) => `${line} ${heading} → ${field}`)).toEqual([
    '1 3. Use Go for the gateway → Title',
    '5 Status → Status',
    '9 Context → Context and facts',
    '13 Today → Context and facts',
    '17 Decision → The decision',
    '21 Consequences → Consequences',
    '25 Compliance → Anything else',
  ]);
});

test('a MADR 4 record goes to its fields, reasons to their options, and nothing is dropped', () => {
  const { record } = imported(MADR);
  expect(record).toMatchObject({
    date: '2026-03-01',
    status: 'decided',
    constraint: '* three CVEs in two years',
    options: [
      { name: 'Rust', pros: 'it is memory-safe', cons: 'builds are slow' },
      { name: 'Keep C', pros: 'it exists', cons: '' },
    ],
    consequences: '* Good, because the class of bug ends.',
  });
  expect(record.decision).toContain('Chosen option: "Rust"');
  expect(record.decision).toContain('A fuzzer runs each night.');
  expect(record.notes).toContain('deciders: Ada, Grace');
  expect(record.notes).toContain('Neutral, because nobody knows it');
});

test('every word of a record is in some field of what is read', () => {
  for (const text of [NYGARD, MADR]) {
    const { record } = imported(text);
    const kept = JSON.stringify(record).toLowerCase();
    const words = text.toLowerCase().match(/[a-z]{5,}/g) ?? [];
    const names = [
      'status',
      'accepted',
      'context',
      'problem',
      'statement',
      'drivers',
      'considered',
      'options',
      'outcome',
    ];
    const labels = [...names, 'decision', 'consequences', 'because'];
    expect(words.filter((word) => !labels.includes(word) && !kept.includes(word))).toEqual([]);
  }
});

test('alternatives are read from a list, a table, and paragraphs with a name in bold', () => {
  const options = (body: string) => imported(`# A\n\n## Alternatives Considered\n\n${body}\n`).record.options;
  expect(options('- **Python**: too slow\n- **Rust**: too new')).toEqual([
    { name: 'Python', pros: '', cons: 'too slow' },
    { name: 'Rust', pros: '', cons: 'too new' },
  ]);
  expect(options('| Option | Pros | Cons |\n|---|---|---|\n| **Go** | known | pauses |')).toEqual([
    { name: 'Go', pros: 'known', cons: 'pauses' },
  ]);
  expect(options('**Keep both**: rejected.')).toMatchObject([{ name: 'Keep both', cons: 'rejected.' }]);
  expect(options('### Zig\n- **Pros**: small\n- **Cons**: before 1.0')).toEqual([
    { name: 'Zig', pros: 'small', cons: 'before 1.0' },
  ]);
});

test('a text without headings is context, and "superseded by" keeps its reason', () => {
  expect(imported('We chose Go in March.').record.context).toBe('We chose Go in March.');
  const { record } = imported('# A\n\n## Status\n\nSuperseded by ADR-9\n');
  expect(record.status).toBe('superseded');
  expect(record.notes).toContain('Superseded by ADR-9');
});

test('headings in code are code, and underlined headings are headings', () => {
  expect(imported('# A\n\n## Context\n\n```\n# not one\n```\n').record.context).toBe('```\n# not one\n```');
  expect(imported('A title\n=======\n\nContext\n-------\n\nText.\n').record).toMatchObject({
    title: 'A title',
    context: 'Text.',
  });
});

describe('what cannot be read is refused with what, where, and what would be right', () => {
  test.each([
    ['x'.repeat(200_001), /^too-large: The file has 201 KB; up to 200 KB .*try that\.$/],
    ['', /^empty: The file is empty\. What can be read is/],
    ['one\ntwo\0', /^binary: The file is not text: line 2 holds a NUL byte\./],
    ['%PDF-1.7 stream', /^binary: .*PDF/],
    ['\n<!DOCTYPE html><html>', /^html: Line 2 begins an HTML or XML page\./],
    ['---\nstatus: accepted\n# A', /^front-matter: Line 1 opens a head .*Put a line with ---/],
    [`# ${'a'.repeat(300)}`, /^too-long: What would go into “Title” does not fit/],
    [`# A\n\n## Context\n\n${'word '.repeat(5_000)}`, /^too-long: What would go into “Context and facts” .*20000/],
  ])('%#', (text, message) => {
    expect(refused(text)).toMatch(message);
  });
});

describe('records as people write them', () => {
  const read = (text: string) => {
    const found = readAdr(text);
    if (!found.ok) throw new Error(`${found.reason}: ${found.detail}`);
    return found.value.record;
  };

  test('an alternative with a list under it is a name and what is said about it', () => {
    const record = read(
      '# Fork\n\n## Alternatives\n\n1. Continue to use the hub\n   1. People have to subscribe by hand, which most forget.\n   2. It differs from all other parts.\n',
    );
    expect(record.options).toMatchObject([{ name: 'Continue to use the hub' }]);
    expect(record.options[0]?.cons).toContain('subscribe by hand');
    expect(record.options[0]?.cons).toContain('differs from all other parts');
  });

  test('an alternative of a whole paragraph is shortened in its name and kept whole beside it', () => {
    const long =
      `Moving every job to the batch cluster ${'that another team runs for other reasons '.repeat(6)}`.trim();
    const record = read(`# Jobs\n\n## Considered options\n\n* ${long}\n* Nothing\n`);
    expect(record.options[0]?.name.length).toBeLessThanOrEqual(200);
    expect(record.options[0]?.cons).toBe(long);
  });

  test('status and date are read out of a table, and three facts out of one line', () => {
    expect(
      read('# A\n\n| Metadata | Value |\n|---|---|\n| Date | 2025-04-05 |\n| Status | Accepted |\n'),
    ).toMatchObject({
      date: '2025-04-05',
      status: 'decided',
    });
    expect(read('# A\n\n**Status:** Accepted | **Date:** 2025-02-25 | **Review:** 2026-02-25\n')).toMatchObject({
      date: '2025-02-25',
      status: 'decided',
      reviewOn: '2026-02-25',
    });
  });

  test('a title in the head is not replaced by a heading further down', () => {
    expect(read('---\ntitle: Pools\n---\n\n## Context\n\nWords.\n\n# Install the tool\n\nMore.\n').title).toBe('Pools');
  });
});
