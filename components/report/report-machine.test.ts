import { expect, test } from 'vitest';
import { type ReportEvent, type ReportState, reportReducer } from './report-machine';

const words = { kind: 'typo', text: 'There is a letter too many.' } as const;
const start: ReportState = { status: 'writing', words, problem: null };
const run = (events: readonly ReportEvent[], from: ReportState = start) => events.reduce(reportReducer, from);

test('a report that got lost is sent again under its key; one that was changed since gets another', () => {
  const lost = run([
    { type: 'sent-off', key: 'first' },
    { type: 'lost', message: 'offline' },
  ]);
  expect(lost).toMatchObject({ status: 'unsure', key: 'first', words });
  expect(run([{ type: 'sent-off', key: 'second' }], lost)).toMatchObject({ status: 'sending', key: 'first' });
  const changed = run([{ type: 'changed', words: { ...words, text: 'Two letters too many.' } }], lost);
  expect(run([{ type: 'sent-off', key: 'second' }], changed)).toMatchObject({ key: 'second' });
});

test('too short a text is not sent, and what was typed stays', () => {
  const short: ReportState = { ...start, words: { kind: 'typo', text: 'wrong    ' } };
  expect(run([{ type: 'sent-off', key: 'k' }], short)).toMatchObject({
    status: 'writing',
    words: { text: 'wrong    ' },
    problem: expect.stringContaining('10 characters'),
  });
});

test('a refusal keeps the words; what has arrived stays arrived', () => {
  const sending = run([{ type: 'sent-off', key: 'k' }]);
  expect(run([{ type: 'refused', message: 'gone' }], sending)).toEqual({ status: 'writing', words, problem: 'gone' });
  expect(run([{ type: 'arrived' }, { type: 'lost', message: 'late' }], sending)).toEqual({ status: 'sent' });
});
