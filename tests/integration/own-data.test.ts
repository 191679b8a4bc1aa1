import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as postDeletion } from '@/app/api/account/deletion/route';
import { GET as getExport } from '@/app/api/export/route';
import type { PeopleQuery } from '@/schemas/dashboard';
import { EMPTY_DECISION } from '@/schemas/decision';
import { PathIdSchema } from '@/schemas/ids';
import { lookUpSession } from '@/server/accounts/session';
import { selectCohortOverview } from '@/server/dashboard/cohort-overview';
import { addDecision } from '@/server/decisions/decisions';
import { TABLES_OF_LEARNER } from '@/server/delete-learners';
import { saveDraft } from '@/server/drafts';
import { makeLink } from '@/server/links';
import { choosePath } from '@/server/path-choice';
import { openPlacement } from '@/server/placement';
import { savePreferences } from '@/server/preferences';
import { markLessonRead } from '@/server/progress';
import { answerItem, openQuiz } from '@/server/quizzes';
import { selectRecallQueue } from '@/server/recall/queue';
import { sendReport } from '@/server/reports/reports';
import { SELF_PACED_COHORT } from '@/server/self-paced-cohort';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, SECOND_ITEM, teach } from '../support/fixture';
import { newAccount, newGuest, newInstructor, PASSWORD, type Person } from '../support/people';

const EVERYBODY: PeopleQuery = { q: '', standing: 'all', sort: 'risk', after: '' };

/** Something of every noun that a person leaves behind. */
async function live(person: Person, word: string): Promise<void> {
  const { actor } = person;
  const course = await teach();
  await markLessonRead(actor, LESSON);
  const path = course.paths[0];
  if (path) await choosePath(actor, PathIdSchema.parse(path.id));
  await savePreferences(actor, { editor: 'plain' });
  await openPlacement(actor);
  const quiz = await openQuiz(actor, LESSON, 'all');
  if (!quiz.ok) throw new Error(quiz.reason);
  await answerItem(actor, quiz.value.attemptId, {
    itemId: FIRST_ITEM,
    response: { type: 'single-choice', chosen: 'sql' },
    confidence: 'sure',
  });
  await submitHandIn(actor, {
    scenarioId: SCENARIO,
    handIn: handInOf(`handed in by ${word}`),
    idempotencyKey: randomUUID(),
  });
  await saveDraft(actor, SCENARIO, 0, handInOf(`a draft of ${word}`));
  await saveDraft(actor, SCENARIO, 7, handInOf(`set aside by ${word}`));
  const about = { kind: 'item', lessonId: LESSON, itemId: FIRST_ITEM } as const;
  const record = { ...EMPTY_DECISION, title: `a decision of ${word}` };
  await addDecision(actor, randomUUID(), record);
  await selectRecallQueue(actor);
  await sendReport(actor, { about, kind: 'typo', text: `a report of ${word}`, idempotencyKey: randomUUID() });
}

const read = (headers: Headers, format: string) =>
  getExport(new Request(`http://course.test/api/export?format=${format}`, { headers }));

function remove(person: Person, body: object): Promise<Response> {
  const headers = new Headers(person.headers);
  const usual = { host: 'course.test', origin: 'http://course.test', 'content-type': 'application/json' };
  for (const [name, value] of Object.entries(usual)) headers.set(name, value);
  const request = new Request('http://course.test/api', { method: 'POST', headers, body: JSON.stringify(body) });
  return postDeletion(request, { params: Promise.resolve({}) });
}

describe.each(ENGINES)('own data on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());

  const tables = async () => (await opened.db.introspection.getTables()).filter(({ isView }) => !isView);

  /** Every column of every table that still holds a text, whatever the column is called. */
  async function placesOf(text: string): Promise<string[]> {
    const places: string[] = [];
    for (const { name, columns } of await tables())
      for (const column of columns) {
        const found = await sql<{ n: number | string }>`
          select count(*) as n from ${sql.table(name)}
          where cast(${sql.ref(column.name)} as text) like ${`%${text}%`}`.execute(opened.db);
        if (Number(found.rows[0]?.n ?? 0) > 0) places.push(`${name}.${column.name}`);
      }
    return places;
  }

  test('every table that names a learner is one that deletion knows', async () => {
    const naming = (await tables())
      .filter(({ columns }) => columns.some(({ name }) => name === 'learnerId'))
      .map(({ name }) => name);
    expect(naming.length).toBeGreaterThan(10);
    expect([...TABLES_OF_LEARNER].sort()).toEqual(naming.sort());
  });

  test('an account takes its password and leaves no row behind, nor does the guest it came from', async () => {
    const guest = await newGuest();
    await live(guest, 'the early guest');
    const account = await newAccount(guest.headers);
    await makeLink('reset-password', account.actor.learnerId);
    await live(account, 'the leaver');
    const other = await newAccount();
    await live(other, 'somebody else');
    const before = await placesOf(account.actor.learnerId);
    for (const table of ['quiz_attempts', 'submissions', 'drafts', 'draft_conflicts', 'problem_reports', 'placements'])
      expect(before).toContain(`${table}.learnerId`);
    expect(before).toContain('learners.mergedInto');

    expect((await remove(account, { confirm: 'delete', password: 'wrong password' })).status).toBe(403);
    expect((await remove(account, { confirm: 'delete' })).status).toBe(403);
    expect((await remove(account, { confirm: 'yes', password: PASSWORD })).status).toBe(422);
    expect(await placesOf(account.actor.learnerId)).toEqual(before);

    const gone = await remove(account, { confirm: 'delete', password: PASSWORD });
    expect(gone.status).toBe(200);
    expect(gone.headers.getSetCookie().join()).toMatch(/session_token=;/);
    expect(await placesOf(account.actor.learnerId)).toEqual([]);
    expect(await placesOf(guest.actor.learnerId)).toEqual([]);
    expect(await placesOf(account.email)).toEqual([]);
    expect(await placesOf('the leaver')).toEqual([]);
    expect(await placesOf('the early guest')).toEqual([]);
    expect((await lookUpSession(account.headers, { renew: false })).state).toBe('expired');
    expect(await placesOf('somebody else')).not.toEqual([]);
    expect(await placesOf(other.actor.learnerId)).toContain('submissions.learnerId');
  });

  test('a guest is deleted without a password, and vanishes from the instructor’s table', async () => {
    const [guest, instructor] = [await newGuest(), await newInstructor()];
    await live(guest, 'a shy guest');
    const rows = async () =>
      JSON.stringify(await selectCohortOverview(instructor.actor, SELF_PACED_COHORT.id, EVERYBODY));
    // Figures that took long to count, as on a busy machine, stand for some seconds (server/analytics/keep.ts).
    const soon = () => expect.poll(rows, { timeout: 30_000, interval: 500 });
    await soon().toContain(guest.actor.learnerId);
    expect((await remove(guest, { confirm: 'delete' })).status).toBe(200);
    await soon().not.toContain(guest.actor.learnerId);
    expect(await placesOf(guest.actor.learnerId)).toEqual([]);
    expect((await remove(guest, { confirm: 'delete' })).status).toBe(401);
  });

  test('the export holds everything one did, and nothing of anybody else', async () => {
    const [person, other] = [await newAccount(), await newAccount()];
    await live(person, 'the owner');
    await live(other, 'the neighbour');
    for (const format of ['json', 'md']) {
      const file = await read(person.headers, format);
      expect(file.status).toBe(200);
      expect(file.headers.get('content-disposition')).toContain(`defensible.${format}`);
      const text = await file.text();
      for (const part of ['handed in by', 'a draft of', 'set aside by', 'a report of', 'a decision of'])
        expect(text, format).toContain(`${part} the owner`);
      expect(text).toContain(person.email);
      expect(text).toContain('The first lesson');
      expect(text).not.toContain('the neighbour');
      expect(text).not.toContain(other.email);
    }
    const data = (await (await read(person.headers, 'json')).json()) as Record<string, unknown>;
    expect(data).toMatchObject({
      preferences: { editor: 'plain' },
      lessonsRead: [{ lessonId: LESSON }],
      quizAttempts: [{ lessonId: LESSON, answers: [{ itemId: FIRST_ITEM, right: true, confidence: 'sure' }] }],
      submissions: [{ scenarioId: SCENARIO, grade: { criteria: expect.any(Array) } }],
      drafts: [{ scenarioId: SCENARIO }],
      setAsideDrafts: [{ scenarioId: SCENARIO }],
      selfAssessment: { predictions: [], hints: [] },
      twistRounds: [],
      spacedReview: { cards: expect.arrayContaining([expect.objectContaining({ kind: 'criterion' })]), reviews: [] },
      decisions: { decisions: [{ record: { title: 'a decision of the owner' }, looks: [] }], setAside: [] },
      reports: [{ kind: 'typo' }],
    });
  });

  test('the export opens nothing that is shut: no key, no rationale, no descriptor', async () => {
    const course = await teach();
    const guest = await newGuest();
    await live(guest, 'a curious guest');
    const served = `${await (await read(guest.headers, 'json')).text()}${await (await read(guest.headers, 'md')).text()}`;
    const items = course.lessons.flatMap(({ quiz }) => quiz.items);
    const rubric = course.exercises.flatMap(({ rubric: { criteria } }) => criteria);
    expect(items.some(({ id }) => id === SECOND_ITEM)).toBe(true);
    for (const { rationale } of items) expect(served).not.toContain(rationale);
    for (const { full, half, asks } of rubric)
      for (const text of [full, half, asks]) expect(served).not.toContain(text);
    expect(served).not.toMatch(/"isCorrect"|"rationale"|"concepts"|"modelAnswer/);
  });

  test('without a session there is nothing to export or delete', async () => {
    expect((await read(new Headers(), 'json')).status).toBe(401);
    expect((await read((await newGuest()).headers, 'pdf')).status).toBe(422);
  });
});
