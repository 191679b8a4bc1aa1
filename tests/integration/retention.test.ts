import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GradeSchema } from '@/schemas/grade';
import { CriterionIdSchema, RegradeIdSchema, type SubmissionId } from '@/schemas/ids';
import { DEFAULT_RETENTION, type Retention } from '@/schemas/retention';
import { selectActs } from '@/server/acts/select-acts';
import { sendAppeal } from '@/server/appeals/appeals';
import { ruleOnAppeal } from '@/server/appeals/rule';
import { recordAct } from '@/server/audit';
import { changePerson } from '@/server/cohorts/change-person';
import { database, inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { saveDraft, selectDraft } from '@/server/drafts';
import { runDueJobs } from '@/server/jobs/run-jobs';
import { notify, selectNotices } from '@/server/notices';
import { GUEST_DAYS } from '@/server/purge-guests';
import { runRegrade } from '@/server/regrades/run-regrade';
import { applyRetention, ensureRetention } from '@/server/retention/apply-retention';
import { readRetention } from '@/server/retention/read-retention';
import { previewRetention, saveRetention } from '@/server/retention/retention';
import { selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { DAY, enrol, newCohort } from '../support/assignments';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { actorOf, newAccount, newGuest, newInstructor, type Person } from '../support/people';

const now = Date.now();
const MISSED = CriterionIdSchema.parse('S01-2');
const NOTHING = { count: 0, oldest: null };
const RULES: Retention = { guests: 90, withdrawnTexts: 365, seenNotices: 180, textViews: 365 };

describe.each(ENGINES)('how long data is kept on %s', (engine) => {
  let opened: TestDatabase;
  let owner: Person;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
    owner = await newInstructor();
  });
  afterAll(() => opened.discard());
  beforeEach(async () => {
    await database().deleteFrom('settings').where('key', '=', 'retention').execute();
    await database().deleteFrom('audit_entries').execute();
  });

  const lastHere = ({ actor }: Person, days: number) =>
    database()
      .updateTable('learners')
      .set({ lastActiveAt: now - days * DAY })
      .where('id', '=', actor.learnerId)
      .execute();
  const isThere = async ({ actor }: Person) =>
    (await database().selectFrom('learners').select('id').where('id', '=', actor.learnerId).execute()).length === 1;
  const acts = async () => {
    const all = { act: null, person: null, cohortId: null, from: null, until: null };
    return (await selectActs(await actorOf(owner.headers), all, null)).lines.map(({ act }) => act);
  };
  async function handIn({ actor }: Person, text: string) {
    const sent = { scenarioId: SCENARIO, handIn: handInOf(text), idempotencyKey: randomUUID() };
    const handed = await submitHandIn(actor, sent);
    if (!handed.ok) throw new Error(handed.reason);
    return handed.value.submissionId;
  }

  test('nothing is removed by itself but guests, and those after as long as their cookie lives', async () => {
    expect(await readRetention()).toEqual({ ...DEFAULT_RETENTION, guests: GUEST_DAYS });
    const [young, old] = [await newGuest(), await newGuest()];
    await lastHere(young, GUEST_DAYS - 1);
    await lastHere(old, GUEST_DAYS + 1);
    expect(await applyRetention(now)).toEqual({ guests: 1 });
    expect([await isThere(young), await isThere(old)]).toEqual([true, false]);
    expect(await acts()).toEqual(['retention.applied']);
    expect(await applyRetention(now)).toEqual({});
    await lastHere(young, 0);
  });

  test('a guest a day too young is kept, a day older goes; accounts stay whatever their age', async () => {
    await saveRetention(owner.actor, { ...DEFAULT_RETENTION, guests: 30 });
    const [young, old, account] = [await newGuest(), await newGuest(), await newAccount()];
    await lastHere(young, 29);
    await lastHere(old, 31);
    await lastHere(account, 4_000);
    const rules = { ...DEFAULT_RETENTION, guests: 30 } as const;
    expect((await previewRetention(owner.actor, rules)).guests).toEqual({ count: 1, oldest: now - 31 * DAY });
    expect(await applyRetention(now)).toEqual({ guests: 1 });
    expect([await isThere(young), await isThere(old), await isThere(account)]).toEqual([true, false, true]);
  });

  test('of the record of acts only views of texts go, and of news only those that were read', async () => {
    const actor = owner.actor;
    for (const act of [
      'text.viewed',
      'quotes.viewed',
      'arguments.viewed',
      'regrade.read',
      'grade.overridden',
      'export.made',
      'role.granted',
    ])
      await recordAct(database(), actor, { act });
    await database()
      .updateTable('audit_entries')
      .set({ at: now - 366 * DAY })
      .execute();
    await recordAct(database(), actor, { act: 'text.viewed' });
    const notice = { kind: 'assignment', title: 'News', text: 'Something.', href: '/assignments' } as const;
    for (const key of ['old', 'young', 'unread']) await inTransaction((tx) => notify(tx, actor.learnerId, key, notice));
    const seen = (key: string, days: number) =>
      database()
        .updateTable('notices')
        .set({ seenAt: now - days * DAY })
        .where('key', '=', key)
        .execute();
    await seen('old', 181);
    await seen('young', 179);
    expect(await previewRetention(actor, { ...RULES, guests: 180 })).toEqual({
      guests: NOTHING,
      withdrawnTexts: NOTHING,
      seenNotices: { count: 1, oldest: now - 181 * DAY },
      textViews: { count: 4, oldest: now - 366 * DAY },
    });
    expect(await applyRetention(now)).toEqual({});
    await saveRetention(actor, { ...RULES, guests: 180 });
    expect(await applyRetention(now)).toEqual({ seenNotices: 1, textViews: 4 });
    expect((await selectNotices(actor)).length).toBe(2);
    expect((await acts()).toSorted()).toEqual([
      'export.made',
      'grade.overridden',
      'retention.applied',
      'retention.changed',
      'role.granted',
      'text.viewed',
    ]);
  });

  test('who was taken out and stays away loses every text and no grade; who is in a cohort or was here keeps all', async () => {
    const [cohort, other] = [await newCohort(), await newCohort('Another team')];
    const [gone, recent, elsewhere, member] = [
      await newAccount(),
      await newAccount(),
      await newAccount(),
      await newAccount(),
    ];
    for (const person of [gone, recent, elsewhere, member]) await enrol(person, cohort);
    await enrol(elsewhere, other);
    const actor = await actorOf(owner.headers);
    const ids = [];
    for (const person of [gone, recent, elsewhere, member]) {
      ids.push(
        await handIn(person, 'The quokka decides: 180 ms are left, so keep Go, and the launch date cannot move.'),
      );
      await saveDraft(person.actor, SCENARIO, 0, handInOf('A quokka draft.'));
      if (person !== member) await changePerson(actor, cohort, person.actor.learnerId, { type: 'withdraw' });
    }
    const [id] = ids;
    if (!id) throw new Error('nothing was handed in');
    for (const person of [gone, elsewhere, member]) await lastHere(person, 366);
    await lastHere(recent, 364);
    const before = await selectResult(gone.actor, id);
    await saveRetention(actor, RULES);
    expect((await previewRetention(actor, RULES)).withdrawnTexts).toEqual({ count: 1, oldest: now - 366 * DAY });
    expect(await applyRetention(now)).toMatchObject({ withdrawnTexts: 1 });
    expect(await applyRetention(now)).toEqual({});
    const after = await selectResult(gone.actor, id);
    expect(after?.handIn).toEqual({ ...before?.handIn, explanation: '…' });
    expect(after?.grade?.overall).toBe(before?.grade?.overall);
    expect(after?.grade?.criteria.map(({ id: criterion, level }) => [criterion, level])).toEqual(
      before?.grade?.criteria.map(({ id: criterion, level }) => [criterion, level]),
    );
    const rows = [
      await database().selectFrom('submissions').selectAll().where('id', '=', id).execute(),
      await database().selectFrom('grades').selectAll().where('submissionId', '=', id).execute(),
      await database().selectFrom('grade_events').selectAll().where('submissionId', '=', id).execute(),
    ];
    expect(JSON.stringify(rows)).not.toMatch(/quokka|180 ms/);
    expect(await selectDraft(gone.actor, SCENARIO)).toBeNull();
    for (const [index, person] of [recent, elsewhere, member].entries()) {
      expect((await selectResult(person.actor, ids[index + 1] ?? id))?.handIn.explanation).toContain('quokka');
      expect(await selectDraft(person.actor, SCENARIO)).not.toBeNull();
    }
  });

  test('what appeals and regrades kept of such a text goes with it, and with whoever deletes their account', async () => {
    const cohort = await newCohort();
    const [gone, member, leaver] = [await newAccount(), await newAccount(), await newAccount()];
    for (const person of [gone, member, leaver]) await enrol(person, cohort);
    const actor = await actorOf(owner.headers);
    const text = 'We keep Go: six people know it. The quokka boat leaves in spring and cannot wait for us.';
    const passage = { start: 32, end: text.length };
    const idOf = new Map<Person, SubmissionId>();
    for (const person of [gone, member, leaver]) idOf.set(person, await handIn(person, text));
    const uphold = async (person: Person) => {
      const about = { kind: 'criterion', submissionId: idOf.get(person) as SubmissionId, criterionId: MISSED } as const;
      const sent = await sendAppeal(person.actor, { ...about, passage, reason: 'The quokka boat is the date.' });
      if (!sent.ok) throw new Error(sent.reason);
      const ruling = { outcome: 'uphold', level: 'half' } as const;
      const body = { cohortId: cohort, basedOn: 0, ruling, reason: 'It is there.' };
      expect((await ruleOnAppeal(actor, sent.value.appealId, body)).ok).toBe(true);
      const proposed = await database()
        .selectFrom('regrades')
        .select('id')
        .where('appealId', '=', sent.value.appealId)
        .executeTakeFirstOrThrow();
      await runRegrade({ kind: 'regrade', regradeId: RegradeIdSchema.parse(proposed.id) });
      return proposed.id;
    };
    const regradeIds = [await uphold(member), await uphold(gone), await uphold(leaver)];
    const left = async ({ actor: { learnerId } }: Person, regradeId = '') => {
      const db = database();
      const drafts = db.selectFrom('submissions').select('id').where('learnerId', '=', learnerId);
      const samples = await db.selectFrom('labelled_samples').selectAll().execute();
      const rows = [
        await db.selectFrom('appeals').selectAll().where('learnerId', '=', learnerId).execute(),
        await db.selectFrom('regrade_lines').selectAll().where('submissionId', 'in', drafts).execute(),
        await db.selectFrom('regrades').selectAll().where('id', '=', regradeId).execute(),
      ] as const;
      return { own: JSON.stringify(rows), lines: rows[1], samples: samples.length };
    };
    expect((await left(gone, regradeIds[1])).own.match(/quokka/g)?.length).toBeGreaterThanOrEqual(4);
    expect((await left(gone)).samples).toBe(3);

    await changePerson(actor, cohort, gone.actor.learnerId, { type: 'withdraw' });
    await lastHere(gone, 366);
    await saveRetention(actor, RULES);
    expect(await applyRetention(now)).toMatchObject({ withdrawnTexts: 1 });
    const after = await left(gone, regradeIds[1]);
    expect(after.own).not.toContain('quokka');
    expect(after.lines.map(({ grade }) => GradeSchema.parse(JSON.parse(String(grade))).overall)).toHaveLength(1);
    expect(after.samples).toBe(2);
    expect((await left(member)).own).toContain('quokka');

    await inTransaction((tx) => deleteLearners(tx, [leaver.actor.learnerId]));
    const deleted = await left(leaver, regradeIds[2]);
    expect([deleted.own.includes('quokka'), deleted.samples]).toEqual([false, 1]);
  }, 30_000);

  test('it is noted once for the next night, and done by the jobs', async () => {
    await database().deleteFrom('jobs').execute();
    for (const _ of [1, 2]) await ensureRetention(now);
    expect(await database().selectFrom('jobs').select(['kind', 'doneAt']).execute()).toEqual([
      { kind: 'retain', doneAt: null },
    ]);
    const guest = await newGuest();
    await lastHere(guest, GUEST_DAYS + 1);
    await database().updateTable('jobs').set({ runAfter: 0 }).execute();
    expect(await runDueJobs('a-process')).toBe(1);
    expect(await isThere(guest)).toBe(false);
  });

  test('rules that stay as they are are no act', async () => {
    await saveRetention(owner.actor, DEFAULT_RETENTION);
    expect(await acts()).toEqual([]);
    await saveRetention(owner.actor, RULES);
    expect(await readRetention()).toEqual(RULES);
    expect(await acts()).toEqual(['retention.changed']);
  });
});
