import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openedDatabase } from '@/server/db/database';
import { deleteOwnAccount } from '@/server/delete-account';
import { saveDraft } from '@/server/drafts';
import { purgeGuests } from '@/server/purge-guests';
import { submitHandIn } from '@/server/submit-hand-in';
import { freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { newAccount, newGuest, PASSWORD, type Person } from '../support/people';

/** 40 of the forty, in the file itself: what was deleted is neither in a page of the database nor in its log. */
describe('the bytes on the disk', () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase('sqlite');
    await teach();
  });
  afterAll(() => opened.discard());

  function isOnDisk(text: string): boolean {
    const { address } = openedDatabase();
    if (address.engine !== 'sqlite') throw new Error('this is about files');
    const files = [address.file, `${address.file}-wal`].filter((file) => existsSync(file));
    return files.some((file) => readFileSync(file).includes(text));
  }

  /** Enough to fill pages of their own, which deletion frees as a whole. */
  async function work(person: Person, word: string): Promise<void> {
    const explanation = `${`${word} says that Go is known by the team. `.repeat(300)}`.slice(0, 12_000);
    await submitHandIn(person.actor, {
      scenarioId: SCENARIO,
      handIn: handInOf(explanation),
      idempotencyKey: randomUUID(),
    });
    await saveDraft(person.actor, SCENARIO, 0, handInOf(`${word} again, in a draft`));
  }

  test('hold an account’s name, address and words, and after its deletion none of them', async () => {
    const [name, word] = ['Zebedee Quokkason', 'Quokkaword'];
    const account = await newAccount(undefined, name);
    await work(account, word);
    for (const text of [name, word, account.email]) expect(isOnDisk(text), text).toBe(true);
    expect(await deleteOwnAccount(account.actor, PASSWORD)).toMatchObject({ ok: true });
    for (const text of [name, word, account.email]) expect(isOnDisk(text), text).toBe(false);
  });

  test('hold nothing of a guest who was removed for staying away', async () => {
    const guest = await newGuest();
    await work(guest, 'Numbatword');
    expect(isOnDisk('Numbatword')).toBe(true);
    await openedDatabase()
      .db.updateTable('learners')
      .set({ lastActiveAt: 1 })
      .where('id', '=', guest.actor.learnerId)
      .execute();
    expect(await purgeGuests()).toBe(1);
    expect(isOnDisk('Numbatword')).toBe(false);
  });
});
