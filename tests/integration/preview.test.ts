import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as deleteAccount } from '@/app/api/account/deletion/route';
import { GET as exportOwnFile } from '@/app/api/export/route';
import { SubmissionIdSchema } from '@/schemas/ids';
import type { Actor } from '@/server/actor';
import { selectOwnAssignments } from '@/server/assignments/own';
import { isStaff } from '@/server/authority';
import { selectCohortOverview } from '@/server/dashboard/cohort-overview';
import { database, inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { Forbidden } from '@/server/forbidden';
import { endPreview, PREVIEW_DAYS, purgePreviews, startPreview } from '@/server/preview/preview';
import { previewCookie, previewInCookies } from '@/server/preview/preview-cookie';
import { markLessonRead, selectProgress } from '@/server/progress';
import { answerItem, openQuiz } from '@/server/quizzes';
import { selectReviewQueue } from '@/server/reviews/queue';
import { SELF_PACED_COHORT } from '@/server/self-paced-cohort';
import { selectOthersPicks } from '@/server/space/others-picks';
import { selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { assign } from '../support/assignments';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, teach } from '../support/fixture';
import { actorOf, newAccount, newCohort, newGuest, newInstructor, newStaff, type Person } from '../support/people';

const DAY = 86_400_000;

/** A browser that has this person's session and names a preview. */
const withPreview = ({ headers }: Person, learnerId: string) =>
  new Headers({ cookie: `${headers.get('cookie')}; preview_as=${learnerId}` });

describe.each(ENGINES)('looking at the course as a learner on %s', (engine) => {
  let opened: TestDatabase;
  let owner: Person;
  let people: Record<string, Person>;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
    owner = await newInstructor();
    await database().insertInto('cohorts').values({ id: 'team-cohort', name: 'Team', createdAt: 1 }).execute();
    people = {
      instructor: await newStaff('team-cohort', 'instructor'),
      reviewer: await newStaff('team-cohort', 'reviewer'),
      lead: await newStaff('team-cohort', 'lead'),
      learner: await newAccount(),
      guest: await newGuest(),
    };
  });
  afterAll(() => opened.discard());

  const person = (role: string): Person => {
    const found = role === 'owner' ? owner : people[role];
    if (!found) throw new Error(`no ${role}`);
    return found;
  };
  const enter = async (who: Person): Promise<Actor> =>
    actorOf(withPreview(who, await startPreview(await actorOf(who.headers))));

  test.each([
    ['owner', true],
    ['instructor', true],
    ['reviewer', false],
    ['lead', false],
    ['learner', false],
    ['guest', false],
  ])('whether the %s may: %s', async (role, isAllowed) => {
    const { actor } = person(role);
    for (const act of [startPreview, endPreview]) {
      if (isAllowed) await expect(act(actor)).resolves.not.toBeNull();
      else await expect(act(actor)).rejects.toBeInstanceOf(Forbidden);
    }
  });

  test('whoever looks has no powers, no name, and nothing done yet', async () => {
    const actor = await enter(person('instructor'));
    expect(actor).toMatchObject({ previewOf: person('instructor').actor.learnerId, isOwner: false, email: null });
    expect(isStaff(actor)).toBe(false);
    expect((await selectProgress(actor)).hasBegun).toBe(false);
    expect((await actorOf(person('instructor').headers)).previewOf).toBeNull();
  });

  test('a cookie alone opens nothing: not another’s preview, not without the role, not an unknown one', async () => {
    const learnerId = await startPreview(person('instructor').actor);
    for (const role of ['owner', 'learner', 'guest'])
      expect((await actorOf(withPreview(person(role), learnerId))).learnerId).toBe(person(role).actor.learnerId);
    const former = await newStaff('team-cohort', 'instructor');
    const own = await startPreview(former.actor);
    await database().deleteFrom('enrolments').where('learnerId', '=', former.actor.learnerId).execute();
    expect((await actorOf(withPreview(former, own))).learnerId).toBe(former.actor.learnerId);
    expect((await actorOf(withPreview(owner, 'none-such'))).learnerId).toBe(owner.actor.learnerId);
  });

  test('what is done in it is graded and shown, counts nowhere, and is gone at the end', async () => {
    const actor = await enter(owner);
    await markLessonRead(actor, LESSON);
    const quiz = await openQuiz(actor, LESSON, 'all');
    if (!quiz.ok) throw new Error(quiz.reason);
    const response = { type: 'single-choice', chosen: 'code' } as const;
    await answerItem(actor, quiz.value.attemptId, { itemId: FIRST_ITEM, response, confidence: 'sure' });
    const handedIn = await submitHandIn(actor, { scenarioId: SCENARIO, handIn: handInOf(), idempotencyKey: 'look' });
    if (!handedIn.ok) throw new Error(handedIn.reason);
    const submissionId = SubmissionIdSchema.parse(handedIn.value.submissionId);
    expect((await selectResult(actor, submissionId))?.number).toBe(1);

    const desk = await actorOf(owner.headers);
    const everybody = { q: '', standing: 'all', sort: 'seen', after: '' } as const;
    const board = await selectCohortOverview(desk, SELF_PACED_COHORT.id, everybody);
    const seen = board?.page.people.map(({ learnerId }) => learnerId);
    // Everybody who signed up may study at their own pace, and nobody else is in it.
    const members = [owner, ...Object.values(people)].map((member) => member.actor.learnerId);
    expect(seen).toContain(person('learner').actor.learnerId);
    expect(seen?.filter((learnerId) => !members.includes(learnerId as (typeof members)[number]))).toEqual([]);
    expect(seen).not.toContain(actor.learnerId);
    expect((await selectReviewQueue(desk, SELF_PACED_COHORT.id))?.total).toBe(0);
    expect(await selectOthersPicks(person('learner').actor, SCENARIO)).toEqual([]);
    const places = database().selectFrom('enrolments').selectAll().where('learnerId', '=', actor.learnerId);
    expect(await places.execute()).toEqual([]);

    await endPreview(actor);
    for (const table of ['learners', 'quiz_attempts', 'submissions', 'lesson_reads', 'learner_items'] as const) {
      const column = table === 'learners' ? 'id' : 'learnerId';
      const rows = await database().selectFrom(table).selectAll().where(column, '=', actor.learnerId).execute();
      expect(rows, table).toEqual([]);
    }
  });

  test('starting again begins anew, and out of a preview it stays that person’s', async () => {
    const first = await enter(owner);
    await markLessonRead(first, LESSON);
    const second = await startPreview(first);
    expect(second).not.toBe(first.learnerId);
    const actor = await actorOf(withPreview(owner, second));
    expect(actor.previewOf).toBe(owner.actor.learnerId);
    expect((await selectProgress(actor)).hasBegun).toBe(false);
    expect(await database().selectFrom('learners').select('id').where('id', '=', first.learnerId).execute()).toEqual(
      [],
    );
  });

  test('what reaches beyond a learner’s own work is closed in it', async () => {
    const learnerId = await startPreview(owner.actor);
    const headers = withPreview(owner, learnerId);
    headers.set('origin', 'http://localhost');
    headers.set('host', 'localhost');
    headers.set('sec-fetch-site', 'same-origin');
    headers.set('content-type', 'application/json');
    const body = JSON.stringify({ confirm: 'delete', password: owner.password });
    const request = new Request('http://localhost/api/account/deletion', { method: 'POST', headers, body });
    const context = { params: Promise.resolve({}) };
    const replies = [
      await deleteAccount(request, context),
      await exportOwnFile(new Request('http://localhost/api/export?format=json', { headers })),
    ];
    for (const reply of replies) {
      expect(reply.status).toBe(409);
      expect(await reply.json()).toMatchObject({ error: { code: 'in-preview' } });
    }
  });

  test('one that was left open is removed after some days, and with the person who opened it', async () => {
    const now = Date.now();
    await purgePreviews(Number.MAX_SAFE_INTEGER);
    await startPreview(owner.actor, now - (PREVIEW_DAYS + 1) * DAY);
    const kept = await startPreview(person('instructor').actor, now);
    expect(await purgePreviews(now)).toBe(1);
    await inTransaction((tx) => deleteLearners(tx, [person('instructor').actor.learnerId]));
    expect(await database().selectFrom('learners').select('id').where('id', '=', kept).execute()).toEqual([]);
    expect(await database().selectFrom('previews').selectAll().execute()).toEqual([]);
  });

  test('the cookie names a learner or nobody', () => {
    const read = (cookie: string) => previewInCookies(new Headers({ cookie }));
    expect(read('a=b')).toBeNull();
    expect(read('preview_as=')).toBeNull();
    expect(previewCookie(null, true)).toMatch(/^preview_as=; .*HttpOnly; SameSite=Lax; Max-Age=0; Secure$/);
  });

  test('shows what is asked in the cohorts that the viewer runs, and in no other', async () => {
    const [mine, other] = [await newCohort('Mine'), await newCohort('Not mine')];
    const staff = await newStaff(mine, 'instructor');
    await assign(staff, mine, { title: 'Asked of mine' });
    await assign(await newStaff(other, 'instructor'), other, { title: 'Asked of others' });
    const titles = async (who: Person) => (await selectOwnAssignments(await enter(who))).map(({ title }) => title);
    expect(await titles(staff)).toEqual(['Asked of mine']);
    expect((await titles(owner)).toSorted()).toEqual(['Asked of mine', 'Asked of others']);
    expect(await selectOwnAssignments(staff.actor)).toEqual([]);
  });
});
