import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GET as getReportsFile } from '@/app/api/instructor/reports/route';
import { listingId } from '@/course/listings';
import { ClaimIdSchema, ReportIdSchema } from '@/schemas/ids';
import type { ReportAbout } from '@/schemas/problem-report';
import { answerReport, selectDeskReports } from '@/server/reports/report-desk';
import { countUnreadReplies, markRepliesSeen, selectOwnReports, sendReport } from '@/server/reports/reports';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, teach } from '../support/fixture';
import { newAccount, newGuest, newInstructor, type Person } from '../support/people';

const ITEM: ReportAbout = { kind: 'item', lessonId: LESSON, itemId: FIRST_ITEM };
const LISTING: ReportAbout = {
  kind: 'listing',
  lessonId: LESSON,
  listingId: listingId('func main() {\n\tprintln("hello")\n}'),
};
const CLAIM: ReportAbout = { kind: 'claim', lessonId: LESSON, claimId: ClaimIdSchema.parse('A-X-1') };
const ALL = { status: null, lessonId: null };

async function report(person: Person, about: ReportAbout = ITEM, text = 'The database waits, not the page.') {
  const sent = await sendReport(person.actor, { about, kind: 'wrong-fact', text, idempotencyKey: randomUUID() });
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value.reportId;
}

describe.each(ENGINES)('reports on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());

  test('a guest reports an item, a claim and a listing; each keeps what was shown, and no key', async () => {
    const guest = await newGuest();
    for (const about of [ITEM, CLAIM, LISTING]) await report(guest, about);
    const own = await selectOwnReports(guest.actor);
    expect(own.map(({ context }) => context.about.kind).sort()).toEqual(['claim', 'item', 'listing']);
    const listing = own.find(({ context }) => context.about.kind === 'listing');
    expect(listing?.context.shown[0]).toContain('println("hello")');
    expect(own.every(({ context }) => context.shown.length > 0 && context.contentHash.length === 64)).toBe(true);
    expect(JSON.stringify(own)).not.toMatch(/rationale|"key"/);
  });

  test('the same report under the same key is stored once; another text under it is refused', async () => {
    const guest = await newGuest();
    const sent = { about: ITEM, kind: 'typo', text: 'A letter too many.', idempotencyKey: randomUUID() } as const;
    const first = await sendReport(guest.actor, sent);
    expect(await sendReport(guest.actor, sent)).toEqual(first);
    expect(await selectOwnReports(guest.actor)).toHaveLength(1);
    expect(await sendReport(guest.actor, { ...sent, text: 'Two letters too many.' })).toEqual({
      ok: false,
      reason: 'key-reused',
    });
  });

  test("what is not there, and a result of somebody else's, cannot be reported", async () => {
    const [owner, other] = [await newGuest(), await newGuest()];
    const handed = await submitHandIn(owner.actor, {
      scenarioId: SCENARIO,
      handIn: handInOf(),
      idempotencyKey: randomUUID(),
    });
    if (!handed.ok) throw new Error(handed.reason);
    const { submissionId } = handed.value;
    const { criteria } = (await import('@/course/select')).selectExercise(await teach(), SCENARIO).rubric;
    const criterionId = criteria[0]?.id;
    if (!criterionId) throw new Error('the fixture has no criterion');
    const about: ReportAbout = { kind: 'criterion', submissionId, criterionId };
    const body = { about, kind: 'grader-misjudged', text: 'I did say that.', idempotencyKey: randomUUID() } as const;
    expect(await sendReport(other.actor, body)).toEqual({ ok: false, reason: 'unknown-target' });
    expect((await sendReport(owner.actor, body)).ok).toBe(true);
    const [own] = await selectOwnReports(owner.actor);
    expect(own?.context.shown[0]).toContain(criteria[0]?.title);
    expect(JSON.stringify(own)).not.toContain(criteria[0]?.full);
    const nowhere: ReportAbout = { ...ITEM, itemId: FIRST_ITEM.replace('budget', 'nothing') } as ReportAbout;
    expect(await sendReport(owner.actor, { ...body, about: nowhere })).toMatchObject({ reason: 'unknown-target' });
  });

  test('who teaches the reporter answers; the reporter hears it once, and again when it changes', async () => {
    const [guest, instructor] = [await newGuest(), await newInstructor()];
    const id = await report(guest);
    expect(await countUnreadReplies(guest.actor)).toBe(0);
    await answerReport(instructor.actor, id, { status: 'fixed', reply: 'Right, mended.' });
    expect(await countUnreadReplies(guest.actor)).toBe(1);
    expect(await selectOwnReports(guest.actor)).toMatchObject([
      { status: 'fixed', reply: 'Right, mended.', isUnread: true },
    ]);
    await markRepliesSeen(guest.actor);
    expect(await countUnreadReplies(guest.actor)).toBe(0);
    await answerReport(instructor.actor, id, { status: 'fixed', reply: 'Right, mended.' });
    expect(await countUnreadReplies(guest.actor)).toBe(0);
    await answerReport(instructor.actor, id, { status: 'declined', reply: 'On second thoughts, no.' });
    expect(await countUnreadReplies(guest.actor)).toBe(1);
  });

  test('the desk is closed to learners, to other cohorts, and filters by status and lesson', async () => {
    const [guest, instructor, learner] = [await newGuest(), await newInstructor(), await newAccount()];
    const id = await report(guest, ITEM, 'Only for the desk to see.');
    await expect(selectDeskReports(learner.actor, ALL)).rejects.toThrow('not allowed');
    await expect(answerReport(learner.actor, id, { status: 'fixed', reply: 'mine' })).rejects.toThrow('not allowed');
    await opened.db
      .updateTable('enrolments')
      .set({ cohortId: 'self-paced', status: 'withdrawn' })
      .where('learnerId', '=', guest.actor.learnerId)
      .execute();
    expect(JSON.stringify(await selectDeskReports(instructor.actor, ALL))).not.toContain('Only for the desk');
    expect(await answerReport(instructor.actor, id, { status: 'fixed', reply: 'theirs' })).toMatchObject({ ok: false });
    await opened.db
      .updateTable('enrolments')
      .set({ status: 'active' })
      .where('learnerId', '=', guest.actor.learnerId)
      .execute();
    const found = await selectDeskReports(instructor.actor, { status: 'new', lessonId: LESSON });
    expect(found.map((entry) => entry.id)).toContain(id);
    expect(found.every((entry) => entry.status === 'new' && entry.lessonId === LESSON)).toBe(true);
    const unknown = ReportIdSchema.parse(randomUUID());
    expect(await answerReport(instructor.actor, unknown, { status: 'fixed', reply: 'ok' })).toMatchObject({
      ok: false,
    });
  });

  test('the file for the author holds the report and not its writer; learners do not get it', async () => {
    const [account, instructor] = [await newAccount(), await newInstructor()];
    await report(account, ITEM, 'The figure is from another year.');
    const read = (headers: Headers, query = '?format=md') =>
      getReportsFile(new Request(`http://course.test/api/instructor/reports${query}`, { headers }));
    const file = await read(instructor.headers);
    expect(file.headers.get('content-type')).toContain('text/markdown');
    expect(file.headers.get('content-disposition')).toContain('reports.md');
    const text = await file.text();
    expect(text).toContain('The figure is from another year.');
    expect(text).toContain('quiz.yaml');
    expect(text).not.toContain(account.email);
    expect(text).not.toContain('Ada Example');
    expect((await read(account.headers)).status).toBe(403);
    expect((await read(new Headers())).status).toBe(401);
    expect((await read(instructor.headers, '?format=pdf')).status).toBe(422);
  });

  test('a guest who makes an account keeps the reports and hears the answers', async () => {
    const guest = await newGuest();
    const id = await report(guest);
    const account = await newAccount(guest.headers);
    expect((await selectOwnReports(account.actor)).map((own) => own.id)).toEqual([id]);
  });
});
