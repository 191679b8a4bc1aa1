import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Decision, type DecisionRecord, EMPTY_DECISION, type Reconsidered } from '@/schemas/decision';
import type { RecallAnswer, RecallFront, RecallQueue } from '@/schemas/recall';
import type { Actor } from '@/server/actor';
import { inTransaction } from '@/server/db/database';
import { addDecision, removeDecision, saveDecision, selectDecision } from '@/server/decisions/decisions';
import { reconsiderDecision, selectLooks } from '@/server/decisions/reconsider';
import { deleteLearners } from '@/server/delete-learners';
import { exportDecisions, exportRecall } from '@/server/export/practice-sections';
import { mergeLearner } from '@/server/merge-learner';
import { resetRecall, saveRecallZone } from '@/server/recall/change-recall';
import { selectDueCount, selectRecallQueue } from '@/server/recall/queue';
import { reviewCard, undoReview } from '@/server/recall/review-card';
import { selectRecallProgress } from '@/server/recall/select-retention';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { teach } from '../support/fixture';
import { newAccount, newGuest } from '../support/people';

/** A decision of one's own comes back in the review on the day that its author chose. */
const START = Date.parse('2026-11-23T08:00:00Z');
const at = (instant: string) => vi.setSystemTime(Date.parse(instant));

function granted<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}
let keys = 0;
const newKey = () => {
  keys += 1;
  return `key-of-recall-${keys}`;
};
const record = (part: Partial<DecisionRecord> = {}): DecisionRecord => ({
  ...EMPTY_DECISION,
  title: 'Gateway in Go',
  decision: 'We write the gateway in Go.',
  reversal: { what: 'p99 above 20 ms for a week', by: 'The gateway team' },
  reviewOn: '2026-12-01',
  ...part,
});
const add = async (actor: Actor, part: Partial<DecisionRecord> = {}): Promise<Decision> =>
  granted(await addDecision(actor, newKey(), record(part))).decision;

function frontOf(queue: RecallQueue): RecallFront {
  if (queue.status !== 'asking') throw new Error(`nothing is asked: ${queue.status}`);
  return queue.front;
}
const asked = async (actor: Actor) => frontOf(await selectRecallQueue(actor));
const says = (answer: Reconsidered, note = ''): RecallAnswer => ({ type: 'decision', answer, note, again: '3-months' });
const give = async (actor: Actor, { cardId, version }: RecallFront, answer: RecallAnswer) =>
  reviewCard(actor, { cardId, version, answer });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(ENGINES)('decisions in the review on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());
  const cardsOf = ({ learnerId }: Actor) =>
    opened.db.selectFrom('recall_cards').selectAll().where('learnerId', '=', learnerId).execute();

  test('one is asked on its own day, not before, with what would change it', async () => {
    const { actor } = await newGuest();
    const { id } = await add(actor);
    await add(actor, { reviewOn: '' });
    await add(actor, { status: 'superseded' });
    expect(await selectRecallQueue(actor)).toMatchObject({ status: 'resting', cards: 1, next: { type: 'on' } });
    at('2026-11-30T23:30:00Z');
    expect(await selectDueCount(actor)).toEqual({ today: 0, waiting: 0 });
    at('2026-12-01T00:30:00Z');
    expect(await selectDueCount(actor)).toEqual({ today: 1, waiting: 0 });
    expect(await asked(actor)).toMatchObject({
      type: 'decision',
      isNew: false,
      place: { type: 'decision', id, title: 'Gateway in Go' },
      reversal: { what: 'p99 above 20 ms for a week' },
    });
  });

  test.each([
    ['Pacific/Kiritimati', '2026-11-30T10:30:00Z'],
    ['Pacific/Honolulu', '2026-12-01T10:30:00Z'],
  ])('the day is that of %s', async (timeZone, firstMinutes) => {
    const { actor } = await newGuest();
    await saveRecallZone(actor, timeZone);
    await add(actor);
    vi.setSystemTime(Date.parse(firstMinutes) - 3_600_000);
    expect((await selectDueCount(actor)).today).toBe(0);
    at(firstMinutes);
    expect((await selectDueCount(actor)).today).toBe(1);
  });

  test('"still" is stored in the decision with its sentence, and the next look has its date by the day of the server', async () => {
    const { actor } = await newGuest();
    const { id } = await add(actor);
    at('2026-12-02T09:00:00Z');
    const front = await asked(actor);
    const { back, queue } = granted(await give(actor, front, says('still-right', ' Nothing has changed. ')));
    expect(back.shown).toEqual({ type: 'decision', answer: 'still-right', reviewOn: '2027-03-02' });
    expect(queue).toMatchObject({ status: 'resting', doneToday: 1, undo: null });
    expect((await selectDecision(actor, id))?.record).toMatchObject({ reviewOn: '2027-03-02', status: 'draft' });
    expect(await selectLooks(actor, id)).toMatchObject([{ answer: 'still-right', note: 'Nothing has changed.' }]);
    // A second tab, or a retry, gets what came of the first.
    expect(granted(await give(actor, front, says('superseded'))).back).toMatchObject({ isEarlier: true });
    expect(await selectLooks(actor, id)).toHaveLength(1);
    at('2027-03-02T01:00:00Z');
    expect((await asked(actor)).type).toBe('decision');
  });

  test('"not any more" supersedes it and is asked no more; "it has changed" leaves it as it stands', async () => {
    const { actor } = await newGuest();
    const [gone, changed] = [await add(actor, { title: 'One' }), await add(actor, { title: 'Two' })];
    at('2026-12-01T09:00:00Z');
    for (let count = 0; count < 2; count += 1) {
      const front = await asked(actor);
      granted(await give(actor, front, says(front.place?.id === gone.id ? 'superseded' : 'revise')));
    }
    expect((await selectDecision(actor, gone.id))?.record).toMatchObject({ status: 'superseded', reviewOn: '' });
    expect((await selectDecision(actor, changed.id))?.record).toMatchObject({
      status: 'draft',
      reviewOn: '2027-03-01',
    });
    at('2028-01-01T09:00:00Z');
    expect((await asked(actor)).place?.id).toBe(changed.id);
    expect(await selectDueCount(actor)).toEqual({ today: 1, waiting: 0 });
    // Nothing of the course has left: no word of retired cards.
    expect(await selectRecallQueue(actor)).toMatchObject({ cards: 1, retired: 0 });
  });

  test('edited: asked as it stands now; another day moves it; deleted: gone, also as the only thing there was', async () => {
    const { actor } = await newGuest();
    const { id } = await add(actor);
    at('2026-12-01T09:00:00Z');
    const front = await asked(actor);
    granted(await saveDecision(actor, id, 1, record({ title: 'Gateway in Rust' })));
    expect(await give(actor, front, says('still-right'))).toMatchObject({ reason: 'stale-card' });
    expect((await asked(actor)).place?.title).toBe('Gateway in Rust');
    granted(await saveDecision(actor, id, 2, record({ reviewOn: '2026-12-20' })));
    expect(await selectRecallQueue(actor)).toMatchObject({ status: 'resting' });
    at('2026-12-20T09:00:00Z');
    const again = await asked(actor);
    await removeDecision(actor, id);
    expect(await give(actor, again, says('still-right'))).toMatchObject({ reason: 'stale-card' });
    expect(await selectRecallQueue(actor)).toMatchObject({ status: 'empty', cards: 0 });
  });

  test('one that was answered in the studio meanwhile is not answered twice', async () => {
    const { actor } = await newGuest();
    const { id } = await add(actor);
    at('2026-12-01T09:00:00Z');
    const front = await asked(actor);
    const look = { answer: 'still-right', reviewOn: '2027-06-01', idempotencyKey: newKey() } as const;
    granted(await reconsiderDecision(actor, id, look));
    expect(await give(actor, front, says('superseded'))).toMatchObject({ reason: 'stale-card' });
    expect(await selectRecallQueue(actor)).toMatchObject({ status: 'resting' });
    expect(await selectLooks(actor, id)).toHaveLength(1);
  });

  test('it counts as no new card and as no memory, and is neither taken back nor started over', async () => {
    const { actor } = await newGuest();
    await add(actor);
    at('2026-12-01T09:00:00Z');
    const front = await asked(actor);
    expect(await give(actor, front, { type: 'self', rating: 'good' })).toMatchObject({ reason: 'unscorable' });
    const { back } = granted(await give(actor, front, says('still-right')));
    expect(await undoReview(actor, back.reviewId)).toMatchObject({ reason: 'too-late' });
    const [card] = await cardsOf(actor);
    await resetRecall(actor);
    expect(await cardsOf(actor)).toEqual([card]);
    expect(await selectRecallProgress(actor)).toMatchObject({ answers: 1, cards: { active: 1, unanswered: 0 } });
  });

  test('nobody else is asked, can answer, or finds a word of it', async () => {
    const [owner, other] = [await newGuest(), await newGuest()];
    const { id } = await add(owner.actor);
    at('2026-12-01T09:00:00Z');
    const front = await asked(owner.actor);
    expect(await selectRecallQueue(other.actor)).toMatchObject({ status: 'empty' });
    expect(await give(other.actor, front, says('superseded'))).toMatchObject({ reason: 'unknown-card' });
    granted(await give(owner.actor, front, says('still-right', 'A sentence of mine.')));
    // The sentence is in the decision alone: with it, it is deleted.
    const logs = await opened.db.selectFrom('recall_logs').selectAll().where('cardId', '=', front.cardId).execute();
    expect(JSON.stringify(logs)).not.toContain('sentence');
    expect(JSON.stringify(await exportDecisions(owner.actor))).toContain('A sentence of mine.');
    expect(JSON.stringify((await exportRecall(owner.actor)).data)).toContain(id);
  });

  test('it goes with a guest who joins an account, and with a person who is deleted', async () => {
    const [guest, account] = [await newGuest(), await newAccount()];
    const { id } = await add(guest.actor);
    await selectDueCount(guest.actor);
    await mergeLearner(guest.actor.learnerId, account.actor.learnerId);
    at('2026-12-01T09:00:00Z');
    expect((await asked(account.actor)).place?.id).toBe(id);
    await inTransaction((tx) => deleteLearners(tx, [guest.actor.learnerId, account.actor.learnerId]));
    expect(await cardsOf(account.actor)).toEqual([]);
  });
});
