import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DecisionRecord, EMPTY_DECISION, MOST_DECISIONS } from '@/schemas/decision';
import { DecisionIdSchema } from '@/schemas/ids';
import type { Actor } from '@/server/actor';
import { inTransaction } from '@/server/db/database';
import { selectDecisionFeedback } from '@/server/decisions/decision-feedback';
import {
  addDecision,
  removeDecision,
  saveDecision,
  selectDecision,
  selectDecisions,
} from '@/server/decisions/decisions';
import { reconsiderDecision, selectDecisionsDue, selectLooks } from '@/server/decisions/reconsider';
import { deleteLearners } from '@/server/delete-learners';
import { mergeLearner } from '@/server/merge-learner';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { teach } from '../support/fixture';
import { newAccount, newGuest, newInstructor } from '../support/people';

const decision = (part: Partial<DecisionRecord> = {}): DecisionRecord => ({
  ...EMPTY_DECISION,
  title: 'Gateway',
  ...part,
});
const UNKNOWN = DecisionIdSchema.parse('0199c0de-0000-7000-8000-00000000dead');
const NOON = Date.parse('2026-06-01T12:00:00Z');

function granted<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}
let keys = 0;
const newKey = () => {
  keys += 1;
  return `key-of-test-${keys}`;
};
const add = async (actor: Actor, record = decision(), key = newKey()) =>
  granted(await addDecision(actor, key, record)).decision;

describe.each(ENGINES)('decisions of one’s own on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());
  const countRows = async (table: 'decisions' | 'decision_conflicts' | 'decision_looks', actor: Actor) =>
    (await opened.db.selectFrom(table).selectAll().where('learnerId', '=', actor.learnerId).execute()).length;

  test('nobody else reads, saves, looks at, gets feedback on or deletes one, an instructor least of all', async () => {
    const [owner, other, instructor] = [await newGuest(), await newGuest(), await newInstructor()];
    const { id, version, record } = await add(owner.actor);
    for (const { actor } of [other, instructor]) {
      expect(await selectDecision(actor, id)).toBeNull();
      expect(await selectDecisions(actor)).toEqual([]);
      expect(await selectDecisionsDue(actor, NOON)).toEqual([]);
      expect(await selectDecisionFeedback(actor, id)).toBeNull();
      expect(await selectLooks(actor, id)).toEqual([]);
      expect(await saveDecision(actor, id, version, decision({ title: 'Mine now' }))).toMatchObject({
        reason: 'unknown-decision',
      });
      expect(
        await reconsiderDecision(actor, id, { answer: 'superseded', reviewOn: '', idempotencyKey: newKey() }),
      ).toMatchObject({
        reason: 'unknown-decision',
      });
      await removeDecision(actor, id);
    }
    expect(await selectDecision(owner.actor, id)).toMatchObject({ record, version });
    expect(await selectDecisions(null)).toEqual([]);
  });

  test('a retry under the same key makes one decision; another text under it is refused', async () => {
    const { actor } = await newGuest();
    const first = await add(actor, decision(), 'same-key-twice');
    expect(await add(actor, decision(), 'same-key-twice')).toEqual(first);
    expect(await addDecision(actor, 'same-key-twice', decision({ title: 'Else' }))).toMatchObject({
      reason: 'key-reused',
    });
    expect(await countRows('decisions', actor)).toBe(1);
  });

  test('of two tabs the second is told, and both texts are kept, the same one once', async () => {
    const { actor } = await newGuest();
    const { id } = await add(actor);
    const mine = granted(await saveDecision(actor, id, 1, decision({ context: 'first tab' })));
    expect(mine.version).toBe(2);
    for (let tries = 0; tries < 2; tries += 1)
      expect(await saveDecision(actor, id, 1, decision({ context: 'second tab' }))).toMatchObject({
        reason: 'stale',
        detail: { version: 2, record: { context: 'first tab' } },
      });
    expect(await countRows('decision_conflicts', actor)).toBe(1);
    expect(granted(await saveDecision(actor, id, 1, decision({ context: 'first tab' }))).version).toBe(2);
  });

  test('there is an end to how many and how large', async () => {
    const { actor } = await newGuest();
    const large = decision({ context: 'é'.repeat(20_000), notes: 'é'.repeat(13_000) });
    expect(await addDecision(actor, newKey(), large)).toMatchObject({ reason: 'too-large' });
    for (let made = 0; made < MOST_DECISIONS; made += 1) await add(actor);
    expect(await addDecision(actor, newKey(), decision())).toMatchObject({ reason: 'too-many' });
    const [{ id } = { id: UNKNOWN }] = await selectDecisions(actor);
    expect(await saveDecision(actor, id, 1, large)).toMatchObject({ reason: 'too-large' });
    await removeDecision(actor, id);
    await removeDecision(actor, id);
    expect((await addDecision(actor, newKey(), decision())).ok).toBe(true);
  });

  test('it is due on its day, looked at once per key, and asked again on the next', async () => {
    const { actor } = await newGuest();
    const due = await add(actor, decision({ reviewOn: '2026-06-01' }));
    await add(actor, decision({ reviewOn: '2026-09-01' }));
    await add(actor, decision({ reviewOn: '2026-05-01', status: 'superseded' }));
    await add(actor, decision());
    const ids = async (now: number) => (await selectDecisionsDue(actor, now)).map(({ id }) => id);
    expect(await ids(Date.parse('2026-05-30T12:00:00Z'))).toEqual([]);
    expect(await ids(NOON)).toEqual([due.id]);
    const look = { answer: 'still-right', reviewOn: '2026-12-01', idempotencyKey: newKey() } as const;
    const after = granted(await reconsiderDecision(actor, due.id, look));
    expect(after).toMatchObject({ version: 2, record: { reviewOn: '2026-12-01', status: 'draft' } });
    expect(granted(await reconsiderDecision(actor, due.id, look))).toMatchObject({ version: 2 });
    expect(await selectLooks(actor, due.id)).toMatchObject([{ answer: 'still-right' }]);
    expect(await ids(NOON)).toEqual([]);
    granted(await reconsiderDecision(actor, due.id, { answer: 'superseded', reviewOn: '', idempotencyKey: newKey() }));
    expect((await selectDecision(actor, due.id))?.record.status).toBe('superseded');
  });

  test('feedback is of what is stored, and names its version', async () => {
    const { actor } = await newGuest();
    const { id } = await add(actor, decision({ reversal: { what: 'p99 above 80 ms', by: '2026-09-01' } }));
    const read = await selectDecisionFeedback(actor, id);
    expect(read?.version).toBe(1);
    expect(read?.feedback.points.find((point) => point.id === 'reversal')?.level).toBe('full');
  });

  test('a guest’s decisions join the account, with what was kept and logged beside them', async () => {
    const guest = await newGuest();
    const account = await newAccount();
    await add(account.actor, decision(), 'a-key-of-both');
    const { id } = await add(guest.actor, decision({ title: 'Of the guest' }), 'a-key-of-both');
    granted(await saveDecision(guest.actor, id, 1, decision({ context: 'one' })));
    await saveDecision(guest.actor, id, 1, decision({ context: 'two' }));
    granted(await reconsiderDecision(guest.actor, id, { answer: 'revise', reviewOn: '', idempotencyKey: newKey() }));
    await mergeLearner(guest.actor.learnerId, account.actor.learnerId);
    expect((await selectDecisions(account.actor)).map((one) => one.id)).toContain(id);
    expect(await countRows('decisions', account.actor)).toBe(2);
    expect(await countRows('decision_conflicts', account.actor)).toBe(1);
    expect(await countRows('decision_looks', account.actor)).toBe(1);
    expect(await countRows('decisions', guest.actor)).toBe(0);
    await inTransaction((tx) => deleteLearners(tx, [account.actor.learnerId, guest.actor.learnerId]));
    for (const table of ['decisions', 'decision_conflicts', 'decision_looks'] as const)
      expect(await countRows(table, account.actor)).toBe(0);
  });
});
