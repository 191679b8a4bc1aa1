import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FEEDBACK_WORDS } from '@/components/ui/feedback-mark';
import { CommentSchema, FeedbackTypeSchema } from '@/schemas/feedback';
import { LearnerCriterionSchema } from '@/schemas/result';
import { Ledger } from './ledger';
import { Remarks } from './remarks';

const lesson = { kind: 'lesson', title: 'Reading a budget', lessonId: 'reading-a-budget', anchor: 'claim-A-III-2' };
const monzo = { kind: 'case', title: 'C33 Monzo', caseId: 'C33' };

const line = (number: number, given: object) => ({
  ...LearnerCriterionSchema.parse({
    id: `S01-${number}`,
    title: `Criterion ${number}`,
    hint: 'What decides?',
    points: 0,
    max: 4,
    level: 'none',
    confidence: 0.8,
    evidence: [],
    feedback: `Sentence ${number}.`,
    type: 'actionable',
    reread: [],
    ...given,
  }),
  descriptors: null,
});
const places = (html: string, words: readonly string[]) => words.map((word) => html.indexOf(word));

test('the ledger starts with what is essential and ends with what is met; every line keeps its number', () => {
  const html = renderToStaticMarkup(
    <Ledger
      criteria={[
        line(1, { type: 'celebratory', level: 'full', points: 4 }),
        line(2, { type: 'informative', judged: false }),
        line(3, {}),
        line(4, { type: 'essential' }),
        line(5, {}),
      ]}
    />,
  );
  const found = places(
    html,
    [4, 3, 5, 2, 1].map((number) => `id="criterion-${number}"`),
  );
  expect(found).not.toContain(-1);
  expect(found).toEqual(found.toSorted((one, other) => one - other));
  for (const number of [1, 2, 3, 4, 5])
    expect(html).toMatch(new RegExp(`id="criterion-${number}"[^>]*data-criteria="${number}"`));
});

test.each(FeedbackTypeSchema.options)('%s feedback is named in words beside its glyph', (type) => {
  const html = renderToStaticMarkup(<Ledger criteria={[line(1, { type })]} />);
  expect(html).toMatch(new RegExp(`<svg[^>]*aria-hidden="true"[^]*</svg>${FEEDBACK_WORDS[type]}</span> Sentence 1`));
});

test('a criterion that is not fully met links to what to read again; a met one does not, nor one without links', () => {
  const open = renderToStaticMarkup(<Ledger criteria={[line(1, { level: 'none', reread: [lesson, monzo] })]} />);
  expect(open).toContain('Reread:');
  expect(open).toContain('href="/lessons/reading-a-budget#claim-A-III-2"');
  expect(open).toContain('href="/cases/C33"');
  const met = { level: 'full', points: 4, type: 'celebratory', reread: [lesson] };
  expect(renderToStaticMarkup(<Ledger criteria={[line(1, met)]} />)).not.toContain('Reread');
  expect(renderToStaticMarkup(<Ledger criteria={[line(1, {})]} />)).not.toContain('Reread');
});

test('remarks name their subject, and leave to its own place what has one', () => {
  const comments = [
    { type: 'essential', about: 'component', id: 'gateway', text: 'They disagree.' },
    { type: 'essential', about: 'sums', text: 'A sum is off.' },
    { type: 'essential', about: 'misconception', id: 'no-pauses', text: 'A belief.' },
    { type: 'essential', about: 'flag', id: 'mismatch', text: 'The total stays low.' },
    { type: 'informative', about: 'review', text: 'A person looks.' },
    { type: 'celebratory', about: 'component', id: 'gateway', text: 'Argued for.' },
  ].map((comment) => CommentSchema.parse(comment));
  const html = renderToStaticMarkup(
    <Remarks
      comments={comments}
      misconceptions={[{ id: 'no-pauses', text: 'Freeing a tree is a pause too.', quote: 'Rust never pauses' }]}
      components={[{ id: 'gateway', name: 'Gateway' }]}
    />,
  );
  expect(html).toContain('<strong>Gateway.</strong> Argued for.');
  expect(html).toContain('Freeing a tree is a pause too.');
  for (const elsewhere of ['They disagree.', 'A sum is off.', 'The total stays low.', 'A person looks.'])
    expect(html).not.toContain(elsewhere);
  const [own] = comments.filter(({ about }) => about === 'sums');
  expect(renderToStaticMarkup(<Remarks comments={own ? [own] : []} misconceptions={[]} components={[]} />)).toBe('');
});
