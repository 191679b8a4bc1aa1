import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ModelAnswerSchema } from '@/schemas/model-answer';
import { HandInSchema } from '@/schemas/scenario';
import { ModelAnswers } from './model-answers';
import { RecordText } from './record-text';
import { Twists } from './twists';

const own = HandInSchema.parse({ choices: { api: 'rust' }, boundary: 'none', explanation: 'My own\nlines.' });
const answer = (choice: string, note: string) =>
  ModelAnswerSchema.parse({ choices: { api: choice }, boundary: 'queue', explanation: '**Date** first.', note });
const answers = {
  usual: answer('go', 'Wins while the team stays.'),
  contrarian: answer('neither-keep-existing', 'Wins where the old one holds.'),
};

test('each of two records says when it wins, and its choices stand beside one’s own', () => {
  const html = renderToStaticMarkup(
    <ModelAnswers answers={answers} components={[{ id: 'api', name: 'The API' }]} own={own} />,
  );
  expect(html.match(/<details/g)).toHaveLength(2);
  for (const words of ['Wins while the team stays.', 'Wins where the old one holds.', 'My own\nlines.'])
    expect(html).toContain(words);
  const rows = [...html.matchAll(/<th scope="row">The API<\/th>(.*?)<\/tr>/g)].map(([, cells]) => cells ?? '');
  expect(
    rows.map((cells) =>
      cells
        .replace(/<[^>]*>/g, ' ')
        .trim()
        .split(/\s{2,}/),
    ),
  ).toEqual([
    ['Go', 'Rust'],
    ['Neither: keep what runs', 'Rust'],
  ]);
});

test('a record is set as headings, lists and paragraphs, and wrapped lines stay one', () => {
  const html = renderToStaticMarkup(
    <RecordText
      text={'## Limits\nAt the edge\nit is 1 MB.\n\n- one **big** call\n  per basket\n- no <threads>\n\nEnd.'}
    />,
  );
  expect(html.replace(/ class="[^"]*"/g, '')).toBe(
    '<div><h5>Limits</h5><p>At the edge\nit is 1 MB.</p><ul><li>one <strong>big</strong> call\n  per basket</li><li>no &lt;threads&gt;</li></ul><p>End.</p></div>',
  );
});

test('a twist keeps its answer shut behind the change', () => {
  const html = renderToStaticMarkup(
    <Twists twists={[{ change: 'Load doubles.', new_answer: 'Nothing.', why: 'Room.' }]} />,
  );
  expect(html).toMatch(/<summary>Load doubles\.<\/summary><p><strong>Nothing\.<\/strong> Room\.<\/p>/);
});
