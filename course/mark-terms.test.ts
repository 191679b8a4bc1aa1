import { expect, test } from 'vitest';
import { termPath } from '@/components/paths';
import { TermSchema } from '@/schemas/term';
import { bundleLesson, emptyContents } from './bundle-lesson';
import { termMatcher } from './term-matcher';

const heap = TermSchema.parse({ id: 'heap', term: 'heap', also: ['live heap'], text: 'Memory that outlives a call.' });
const tail = TermSchema.parse({ id: 'tail', term: 'the tail', text: 'The slowest few of all requests.' });
const matcher = termMatcher([heap, tail]);

async function read(body: string) {
  const contents = emptyContents();
  const bundled = await bundleLesson(body, contents, matcher);
  if (!bundled.ok) throw new Error(bundled.message);
  return { code: bundled.code, ...contents };
}
const marks = (code: string) =>
  [...code.matchAll(/href:"([^"]+)",id:"([^"]+)","data-term":"[^"]+",children:"([^"]+)"/g)].map((m) => m.slice(1));

test('the first use of a term links to the glossary, later ones and other forms do not', async () => {
  const { code, terms } = await read('The live heap grows.\n\nThe heap, and *the tail*, and the heap.');
  expect(marks(code)).toEqual([
    [termPath('heap'), 'word-heap', 'live heap'],
    [termPath('tail'), 'word-tail', 'the tail'],
  ]);
  expect(terms).toEqual(['heap', 'tail']);
});

test.each([
  ['a heading', '## The heap\n'],
  ['code', 'Run `heap` twice.\n\n```text\nheap\n```\n'],
  ['a link', 'Read [about the heap](https://example.org).'],
  ['a question to think about', '<Checkpoint question="heap?">\n\nThe heap.\n\n</Checkpoint>'],
  ['a card', '<Summary>\n\nThe heap.\n\n</Summary>'],
  ['a source', 'So. <Source title="heap" url="https://example.org" checked="2026-11-21">On the heap</Source>'],
  ['an instrument', '<FlipPoint />'],
])('%s is left alone', async (_name, body) => {
  const { code, terms } = await read(body);
  expect([marks(code), terms]).toEqual([[], []]);
  expect(marks((await read(`${body}\n\nThen the heap.`)).code)).toHaveLength(1);
});

test('a table, a list and an aside hold running text', async () => {
  const { terms } = await read('| a | b |\n| - | - |\n| heap | 1 |\n\n<Aside>\n\nNot the tail.\n\n</Aside>');
  expect(terms).toEqual(['heap', 'tail']);
});

test('sections gather the words under each heading, without listings and sources', async () => {
  const { sections } = await read(
    'Before *all*.\n\n## Why `GOGC`?\n\nOne\ntwo.\n\n- three\n- four <Source title="t" url="https://example.org" checked="2026-11-21">five</Source>\n\n```go\nsix()\n```\n\n### Deeper\n\n<Checkpoint question="Seven?">\n\nEight.\n\n</Checkpoint>\n\n## Last\n',
  );
  expect(sections).toEqual([
    { id: null, title: '', text: 'Before all.' },
    { id: 'why-gogc', title: 'Why GOGC?', text: 'One two. three four Deeper Seven? Eight.' },
    { id: 'last', title: 'Last', text: '' },
  ]);
});
