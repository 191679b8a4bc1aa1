import { describe, expect, test } from 'vitest';
import { type RecallBack, RecallBackSchema, type RecallQueue, RecallQueueSchema } from '@/schemas/recall';
import { queueOf, type RecallScreen, recallStep, type Sent, startScreen } from './recall-machine';

const ids = ['0199c0de-0000-7000-8000-000000000001', '0199c0de-0000-7000-8000-000000000002'] as const;
const standing = { doneToday: 0, waiting: 0, timeZone: 'UTC', undo: null, retired: 0, cards: 2 };
const asking = (cardId: string, version = 0): RecallQueue =>
  RecallQueueSchema.parse({
    ...standing,
    status: 'asking',
    left: 2,
    front: {
      cardId,
      version,
      isNew: true,
      isChanged: false,
      place: null,
      type: 'self',
      about: 'claim',
      prompt: 'When does this flip?',
      quoted: 'Go is fast.',
      answers: [{ lead: null, text: 'When it is not.' }],
    },
  });
const backOf = (over: object = {}): RecallBack =>
  RecallBackSchema.parse({
    reviewId: ids[0],
    rating: 'good',
    dueAt: 1,
    isEarlier: false,
    shown: { type: 'item', answered: null },
    ...over,
  });
const sent: Sent = { cardId: ids[0], version: 0, answer: { type: 'self', rating: 'good' } };
const first = asking(ids[0]);
const second = asking(ids[1]);
const sending: RecallScreen = recallStep(startScreen(first), { type: 'sent', sent });

describe('the review page', () => {
  test('shows what came of an answer until the person goes on', () => {
    const answered = recallStep(sending, { type: 'replied', back: backOf(), queue: second });
    expect(answered).toMatchObject({ status: 'answered', front: { cardId: ids[0] } });
    expect(queueOf(answered)).toBe(second);
    expect(recallStep(answered, { type: 'went-on' })).toMatchObject({ status: 'showing', queue: second });
  });

  test('goes straight on after a rating of one’s own, unless another tab was first', () => {
    const shown = { type: 'self' };
    const own = recallStep(sending, { type: 'replied', back: backOf({ shown }), queue: second });
    expect(own).toMatchObject({ status: 'showing', queue: second, said: 'Noted.' });
    const other = recallStep(sending, { type: 'replied', back: backOf({ shown, isEarlier: true }), queue: second });
    expect(other.status).toBe('answered');
  });

  test('sends nothing while an answer is under way, and keeps it when nothing arrived', () => {
    const twice = recallStep(sending, { type: 'sent', sent: { ...sent, version: 7 } });
    expect(twice).toBe(sending);
    const unsent = recallStep(sending, { type: 'offline' });
    expect(unsent).toEqual({ status: 'unsent', queue: first, sent });
    expect(recallStep(unsent, { type: 'sent', sent })).toEqual(sending);
  });

  test('tells only the arrival of an answer that was kept from an earlier visit', () => {
    const late = recallStep(startScreen(second), { type: 'sent', sent });
    expect(recallStep(late, { type: 'replied', back: backOf(), queue: second })).toMatchObject({
      status: 'showing',
      queue: second,
      said: 'The answer kept on this device has arrived.',
    });
  });

  test('keeps the card and says why an answer was refused; a change elsewhere waits for an answer under way', () => {
    const problem = { message: 'It does not fit.', isStale: false };
    expect(recallStep(sending, { type: 'refused', problem })).toMatchObject({
      status: 'showing',
      queue: first,
      problem,
    });
    expect(recallStep(sending, { type: 'changed', queue: second, said: '' })).toBe(sending);
  });
});
