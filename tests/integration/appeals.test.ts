import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { POST as postAppeal } from '@/app/api/appeals/route';
import type { AppealBody, AppealRulingBody } from '@/schemas/appeal';
import { type AppealId, type AttemptId, type CohortId, CriterionIdSchema, type SubmissionId } from '@/schemas/ids';
import { SampleSchema } from '@/schemas/sample';
import type { Actor } from '@/server/actor';
import { selectAppealDesk, selectDraftAppeals } from '@/server/appeals/appeal-desk';
import { sendAppeal, withdrawAppeal } from '@/server/appeals/appeals';
import { selectAllOwnAppeals, selectOwnAppeals } from '@/server/appeals/own-appeals';
import { ruleOnAppeal } from '@/server/appeals/rule';
import { database, inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { Forbidden } from '@/server/forbidden';
import { readGradeHistory } from '@/server/grades/grade-history';
import { exportSamples } from '@/server/labelled-samples/labelled-samples';
import { mergeLearner } from '@/server/merge-learner';
import { selectNotices } from '@/server/notices';
import { answerItem, openQuiz } from '@/server/quizzes';
import { decide } from '@/server/reviews/decide';
import { selectReviewQueue } from '@/server/reviews/queue';
import { selectReview } from '@/server/reviews/select-review';
import { selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, teach } from '../support/fixture';
import {
  actorOf,
  newAccount,
  newCohort,
  newGuest,
  newInstructor,
  newLearner,
  newStaff,
  type Person,
} from '../support/people';

const WHY = 'The launch date stands in my very first sentence.';
const RULING = 'It does name the date, in other words than the rubric.';
const TEXT = 'We take Go because everybody likes it. The boat leaves in spring and cannot wait for us.';
const criterionId = CriterionIdSchema.parse('S01-1');

async function handIn({ actor }: Person, explanation = TEXT): Promise<SubmissionId> {
  const content = { scenarioId: SCENARIO, handIn: handInOf(explanation), idempotencyKey: randomUUID() };
  const handed = await submitHandIn(actor, content);
  if (!handed.ok) throw new Error(handed.reason);
  return handed.value.submissionId;
}

const against = (submissionId: SubmissionId, over: object = {}): AppealBody => ({
  kind: 'criterion',
  submissionId,
  criterionId,
  passage: { start: 39, end: 88 },
  reason: WHY,
  ...over,
});

async function appealed(person: Person, body: AppealBody): Promise<AppealId> {
  const sent = await sendAppeal(person.actor, body);
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value.appealId;
}

describe.each(ENGINES)('appeals on %s', (engine) => {
  let opened: TestDatabase;
  let cohort: CohortId;
  let learner: Person;
  let reviewer: Person;
  let other: Person;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
    cohort = await newCohort();
    [learner, reviewer, other] = [
      await newLearner(cohort),
      await newStaff(cohort, 'reviewer'),
      await newStaff(cohort, 'reviewer'),
    ];
  });
  afterAll(() => opened.discard());

  const uphold = (over: Partial<AppealRulingBody> = {}): AppealRulingBody => ({
    cohortId: cohort,
    basedOn: 0,
    ruling: { outcome: 'uphold', level: 'full' },
    reason: RULING,
    ...over,
  });
  const own = async (person: Person, id: SubmissionId) => {
    const view = await selectResult(person.actor, id);
    return view && selectOwnAppeals(person.actor, view);
  };

  test('an appeal is stored once, from two tabs at once too, stands first in the queue and can be withdrawn', async () => {
    const id = await handIn(learner);
    const both = await Promise.all([sendAppeal(learner.actor, against(id)), sendAppeal(learner.actor, against(id))]);
    expect(both[0]).toMatchObject({ ok: true });
    expect(both[1]).toEqual(both[0]);
    expect(await sendAppeal(learner.actor, against(id, { reason: `${WHY} Really.` }))).toEqual({
      ok: false,
      reason: 'already-open',
    });
    const queue = await selectReviewQueue(reviewer.actor, cohort);
    expect(queue?.entries.find(({ submissionId }) => submissionId === id)?.reasons).toContain('appealed');
    expect(await own(learner, id)).toMatchObject({
      appeals: [{ quote: TEXT.slice(39, 88), state: { status: 'open', isLookedAt: false } }],
      criteria: [{ id: 'S01-2' }],
    });
    const view = await selectReview(reviewer.actor, cohort, id);
    if (!view) throw new Error('no view');
    const [shown] = await selectDraftAppeals(reviewer.actor, cohort, id, view);
    expect(shown).toMatchObject({ reason: WHY, passage: { start: 39 }, mayRule: true, criterion: { id: criterionId } });
    expect(JSON.stringify(shown)).not.toContain(learner.actor.learnerId);
    expect((await own(learner, id))?.appeals[0]?.state).toEqual({ status: 'open', isLookedAt: true });

    const appealId = (await own(learner, id))?.appeals[0]?.id as AppealId;
    expect(await withdrawAppeal(reviewer.actor, appealId)).toEqual({ ok: false, reason: 'unknown-appeal' });
    for (const _ of [1, 2]) expect(await withdrawAppeal(learner.actor, appealId)).toEqual({ ok: true, value: null });
    expect(await ruleOnAppeal(reviewer.actor, appealId, uphold())).toEqual({ ok: false, reason: 'already-closed' });
    expect((await own(learner, id))?.criteria).toHaveLength(2);
  });

  test('what is refused: another’s draft, a place outside the text, what counts in full, a closed cohort', async () => {
    const id = await handIn(learner);
    const stranger = await newGuest();
    expect(await sendAppeal(stranger.actor, against(id))).toEqual({ ok: false, reason: 'unknown-target' });
    const beyond = against(id, { passage: { start: 39, end: 9_000 } });
    expect(await sendAppeal(learner.actor, beyond)).toEqual({ ok: false, reason: 'not-in-text' });
    await database()
      .updateTable('enrolments')
      .set({ status: 'withdrawn' })
      .where('learnerId', '=', learner.actor.learnerId)
      .where('cohortId', '=', 'self-paced')
      .execute();
    const archived = (at: number | null) =>
      database().updateTable('cohorts').set({ archivedAt: at }).where('id', '=', cohort).execute();
    await archived(Date.now());
    expect(await sendAppeal(learner.actor, against(id))).toEqual({ ok: false, reason: 'nobody-rules' });
    expect((await own(learner, id))?.mayAppeal).toBe(false);
    await archived(null);
    const appealId = await appealed(learner, against(id));
    expect((await ruleOnAppeal(reviewer.actor, appealId, uphold())).ok).toBe(true);
    expect(await sendAppeal(learner.actor, against(id))).toEqual({ ok: false, reason: 'nothing-to-appeal' });
    const short = new Request('http://course.test/api', {
      method: 'POST',
      headers: { host: 'course.test', origin: 'http://course.test', 'content-type': 'application/json' },
      body: JSON.stringify(against(id, { reason: 'No.' })),
    });
    expect((await postAppeal(short, { params: Promise.resolve({}) })).status).toBe(422);
  });

  test('upheld, it is in force at once, told, written down, and a retry changes nothing', async () => {
    const id = await handIn(learner);
    const appealId = await appealed(learner, against(id));
    const ruled = await ruleOnAppeal(reviewer.actor, appealId, uphold());
    expect(ruled).toEqual({ ok: true, value: { status: 'upheld' } });
    expect(await ruleOnAppeal(reviewer.actor, appealId, uphold())).toEqual(ruled);
    expect(await ruleOnAppeal(other.actor, appealId, uphold())).toEqual({ ok: false, reason: 'already-closed' });
    const history = await readGradeHistory(database(), id);
    expect(history.map(({ kind }) => kind)).toEqual(['machine', 'appeal']);
    expect(history[1]?.grade.criteria[0]).toMatchObject({ level: 'full', person: { machineLevel: 'none' } });
    expect((await own(learner, id))?.appeals[0]?.state).toMatchObject({
      status: 'upheld',
      ruling: RULING,
      isAlone: false,
    });
    expect((await selectNotices(learner.actor))[0]).toMatchObject({ kind: 'appeal', title: 'Your appeal was upheld' });
    const file = await exportSamples((await newStaff(cohort, 'instructor')).actor, cohort);
    const [kept] = parseAllDocuments(file).map((document) => SampleSchema.parse(document.toJS()));
    expect(kept).toMatchObject({ handIn: { explanation: TEXT }, expected: { levels: { 'S01-1': 'full' } } });
    expect(file).not.toContain(learner.actor.name);
    await expect(exportSamples(reviewer.actor, cohort)).rejects.toThrow(Forbidden);
    const acts = await database()
      .selectFrom('audit_entries')
      .select('details')
      .where('act', '=', 'appeal.upheld')
      .where('actorId', '=', reviewer.actor.learnerId)
      .execute();
    expect(acts.map(({ details }) => JSON.parse(details)).at(-1)).toMatchObject({ about: 'S01-1', to: 'full' });
  });

  test('whoever set the level does not rule while another may; of two at once one is told; nothing is lowered', async () => {
    const id = await handIn(learner);
    const half = { criterionId, level: 'half', reason: 'Half of it is there.' } as const;
    const decided = await decide(reviewer.actor, cohort, {
      ...{ submissionId: id, basedOn: 0, rulings: [half], idempotencyKey: randomUUID(), viaId: null },
    });
    expect(decided.ok).toBe(true);
    const appealId = await appealed(learner, against(id));
    expect(await ruleOnAppeal(reviewer.actor, appealId, uphold({ basedOn: 1 }))).toEqual({
      ok: false,
      reason: 'own-level',
    });
    expect(await ruleOnAppeal(other.actor, appealId, uphold())).toEqual({ ok: false, reason: 'changed-since' });
    const same = uphold({ basedOn: 1, ruling: { outcome: 'uphold', level: 'half' } });
    expect(await ruleOnAppeal(other.actor, appealId, same)).toEqual({ ok: false, reason: 'not-higher' });
    const third = await newStaff(cohort, 'instructor');
    const rulings = await Promise.all(
      [other, third].map(({ actor }) => ruleOnAppeal(actor, appealId, uphold({ basedOn: 1 }))),
    );
    expect(rulings.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('where there is only one who may rule, they rule on their own level, and the record says so', async () => {
    const alone = await newCohort();
    const [only, writer] = [await newStaff(alone, 'instructor'), await newLearner(alone)];
    const id = await handIn(writer);
    const half = { criterionId, level: 'half', reason: 'Half of it is there.' } as const;
    await decide(only.actor, alone, {
      ...{ submissionId: id, basedOn: 0, rulings: [half], idempotencyKey: randomUUID(), viaId: null },
    });
    const appealId = await appealed(writer, against(id, { passage: null }));
    const owners = await database().selectFrom('owners').selectAll().execute();
    await database().deleteFrom('owners').execute();
    const ruled = await ruleOnAppeal(
      only.actor,
      appealId,
      uphold({ cohortId: alone, basedOn: 1, ruling: { outcome: 'reject' } }),
    );
    if (owners.length > 0) await database().insertInto('owners').values(owners).execute();
    expect(ruled).toEqual({ ok: true, value: { status: 'rejected' } });
    expect((await own(writer, id))?.appeals[0]?.state).toMatchObject({ status: 'rejected', isAlone: true });
    const act = await database()
      .selectFrom('audit_entries')
      .select('details')
      .where('act', '=', 'appeal.rejected')
      .where('cohortId', '=', alone)
      .executeTakeFirstOrThrow();
    expect(act.details).toContain('nobody else may');
    expect(await readGradeHistory(database(), id)).toHaveLength(2);
  });

  test('an upheld appeal about a quiz item makes its answer count, in the attempt and in the sums', async () => {
    const quiz = await openQuiz(learner.actor, LESSON, 'all');
    if (!quiz.ok) throw new Error(quiz.reason);
    const question = quiz.value.questions.find(({ id }) => id === FIRST_ITEM);
    const { attemptId } = quiz.value;
    const wrong = await wrongAnswer(learner.actor, attemptId, question);
    const body = { kind: 'item', attemptId, itemId: FIRST_ITEM, optionId: null, reason: WHY } as const;
    const appealId = await appealed(learner, body);
    expect(await appealed(learner, body)).toBe(appealId);
    const desk = await selectAppealDesk(reviewer.actor, cohort);
    expect(desk?.open.find((open) => open.id === appealId)).toMatchObject({ kind: 'item', itemId: FIRST_ITEM });
    expect(JSON.stringify(desk)).not.toContain(learner.actor.learnerId);
    expect(await ruleOnAppeal(reviewer.actor, appealId, uphold())).toEqual({ ok: true, value: { status: 'upheld' } });
    const row = await database()
      .selectFrom('learner_items')
      .select(['isCorrect', 'share'])
      .where('learnerId', '=', learner.actor.learnerId)
      .where('itemId', '=', FIRST_ITEM)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ isCorrect: 1, share: 1 });
    const kept = await database()
      .selectFrom('appeals')
      .select('scoreBefore')
      .where('id', '=', appealId)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(kept.scoreBefore ?? '')).toMatchObject({ isCorrect: wrong });
    expect((await selectAllOwnAppeals(learner.actor))[0]).toMatchObject({ kind: 'item', state: { status: 'upheld' } });
  });

  test('who may read and rule: each role in its cohort, and nobody for themselves', async () => {
    const id = await handIn(learner);
    const appealId = await appealed(learner, against(id));
    const elsewhere = await newCohort();
    const people: readonly (readonly [string, Actor, 'sees' | 'refused'])[] = [
      ['owner', (await newInstructor()).actor, 'sees'],
      ['instructor', (await newStaff(cohort, 'instructor')).actor, 'sees'],
      ['reviewer', reviewer.actor, 'sees'],
      ['instructor of another cohort', (await newStaff(elsewhere, 'instructor')).actor, 'refused'],
      ['lead', (await newStaff(cohort, 'lead')).actor, 'refused'],
      ['learner', learner.actor, 'refused'],
      ['other learner', (await newLearner(cohort)).actor, 'refused'],
      ['guest', (await newGuest()).actor, 'refused'],
    ];
    for (const [role, actor, may] of people) {
      if (may === 'sees') {
        expect(
          (await selectAppealDesk(actor, cohort))?.open.map((open) => open.id),
          role,
        ).toContain(appealId);
        continue;
      }
      await expect(selectAppealDesk(actor, cohort), role).rejects.toThrow(Forbidden);
      await expect(ruleOnAppeal(actor, appealId, uphold()), role).rejects.toThrow(Forbidden);
      await expect(selectDraftAppeals(actor, cohort, id, {} as never), role).rejects.toThrow(Forbidden);
    }
    const foreign = await newStaff(elsewhere, 'reviewer');
    expect(await ruleOnAppeal(foreign.actor, appealId, uphold({ cohortId: elsewhere }))).toEqual({
      ok: false,
      reason: 'unknown-appeal',
    });
    // A learner who also reviews in the cohort rules on others and never on themselves.
    const row = { cohortId: cohort, role: 'reviewer', status: 'active', enrolledAt: Date.now() };
    await database()
      .insertInto('enrolments')
      .values({ learnerId: learner.actor.learnerId, ...row })
      .execute();
    const both = await actorOf(learner.headers);
    expect(await ruleOnAppeal(both, appealId, uphold())).toEqual({ ok: false, reason: 'unknown-appeal' });
    expect((await selectAppealDesk(both, cohort))?.open).toEqual([]);
  });

  test('appeals go along with a guest who signs up, and go with whoever leaves', async () => {
    const [guest, account] = [await newGuest(), await newAccount()];
    const id = await handIn(guest);
    await appealed(guest, against(id));
    await mergeLearner(guest.actor.learnerId, account.actor.learnerId);
    expect(await selectAllOwnAppeals(account.actor)).toMatchObject([{ reason: WHY }]);
    await inTransaction((tx) => deleteLearners(tx, [guest.actor.learnerId, account.actor.learnerId]));
    const left = await database().selectFrom('appeals').select('id').where('submissionId', '=', id).execute();
    expect(left).toEqual([]);
  });
});

/** Answers the item wrongly, whatever it is, and says that it is not right. */
async function wrongAnswer(actor: Actor, attemptId: AttemptId, question: unknown): Promise<false> {
  const { id, options } = question as { id: typeof FIRST_ITEM; options: readonly { id: string }[] };
  const item = (await teach()).lessons.flatMap(({ quiz }) => quiz.items).find((candidate) => candidate.id === id);
  const wrong = options.find((option) => item && 'key' in item && option.id !== item.key);
  const response = { type: 'single-choice', chosen: wrong?.id ?? '' } as const;
  const answered = await answerItem(actor, attemptId, { itemId: id, response, confidence: 'sure' });
  if (!answered.ok || answered.value.isCorrect) throw new Error('expected a wrong answer');
  return false;
}
