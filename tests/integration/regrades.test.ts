import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkReceipt } from '@/course/commands/check-receipt';
import { loadCourse } from '@/course/load-course';
import { applyRulings } from '@/grader/rulings/apply-rulings';
import type { Course } from '@/schemas/course';
import { GradeSchema } from '@/schemas/grade';
import { type CohortId, CriterionIdSchema, type RegradeId, type SubmissionId } from '@/schemas/ids';
import type { RegradeFilter, RegradeStepBody } from '@/schemas/regrade';
import type { Actor } from '@/server/actor';
import { sendAppeal } from '@/server/appeals/appeals';
import { ruleOnAppeal } from '@/server/appeals/rule';
import { deleteCohort } from '@/server/cohorts/cohorts';
import { database, inTransaction } from '@/server/db/database';
import { Forbidden } from '@/server/forbidden';
import { changeGrade, latestEvent } from '@/server/grades/change-grade';
import { readGradeHistory } from '@/server/grades/grade-history';
import { claimJob } from '@/server/jobs/claim';
import { runDueJobs } from '@/server/jobs/run-jobs';
import { newId } from '@/server/new-id';
import { selectNotices } from '@/server/notices';
import { selectOwnRegrade } from '@/server/regrades/own-regrade';
import { readRegrade, startRegrade } from '@/server/regrades/regrades';
import { selectRegrade, selectRegrades } from '@/server/regrades/select-regrades';
import { stepRegrade } from '@/server/regrades/steps';
import { selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { copyCourse } from '../support/course-copy';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { actorOf, newCohort, newGuest, newInstructor, newLearner, newStaff, type Person } from '../support/people';

const REASON = 'The rubric says more plainly what it asks.';
const SENTENCE = 'The launch date was promised to a large customer and cannot move at all.';
const TEXT = `We take what everybody likes. ${SENTENCE} We decide today.`;
const ALL: RegradeFilter = { show: 'all', scenarioId: null, page: 1 };

async function handIn({ actor }: Person, explanation = TEXT): Promise<SubmissionId> {
  const content = { scenarioId: SCENARIO, handIn: handInOf(explanation), idempotencyKey: randomUUID() };
  const handed = await submitHandIn(actor, content);
  if (!handed.ok) throw new Error(handed.reason);
  return handed.value.submissionId;
}

/** As if an older grader had given these levels. */
async function gradedBefore(id: SubmissionId, levels: readonly ('none' | 'half' | 'full')[]): Promise<void> {
  const [{ grade: now } = { grade: null }] = await readGradeHistory(database(), id);
  if (!now) throw new Error('no grade');
  const rulings = now.criteria.map((line, at) => ({ criterionId: line.id, level: levels[at] ?? 'none', reason: 'x' }));
  const ruled = applyRulings(now, rulings);
  const criteria = ruled.criteria.map(({ person: _, ...line }) => {
    return { ...line, evidence: line.level === 'none' ? [] : [{ start: 0, end: 7, quote: TEXT.slice(0, 7) }] };
  });
  const grade = GradeSchema.parse({ ...ruled, criteria, receipt: { ...ruled.receipt, grader: '1.0.0' } });
  await database()
    .updateTable('grades')
    .set({ grade: JSON.stringify(grade), overall: grade.overall })
    .where('submissionId', '=', id)
    .execute();
}

/** Criteria that count otherwise, so that grades move. */
function withPoints(course: Course, points: readonly number[]): Course {
  const exercises = course.exercises.map((exercise) => {
    const criteria = exercise.rubric.criteria.map((line, at) => ({ ...line, points: points[at] ?? line.points }));
    return { ...exercise, rubric: { ...exercise.rubric, criteria } };
  });
  return { ...course, exercises };
}

const overallOf = async (id: SubmissionId) =>
  (await database().selectFrom('grades').select('overall').where('submissionId', '=', id).executeTakeFirstOrThrow())
    .overall;

describe.each(ENGINES)('regrades on %s', (engine) => {
  let opened: TestDatabase;
  let course: Course;
  let cohort: CohortId;
  let manager: Person;
  let learner: Person;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    course = await teach();
    [cohort] = [await newCohort()];
    [manager, learner] = [await newStaff(cohort, 'instructor'), await newLearner(cohort)];
  });
  afterAll(() => opened.discard());

  const work = () => runDueJobs('test');
  const view = async (id: RegradeId, filter: Partial<RegradeFilter> = {}, actor = manager.actor) => {
    const found = await selectRegrade(actor, id, { ...ALL, ...filter });
    if (!found) throw new Error('no regrade');
    return found;
  };
  const preview = async (actor: Actor = manager.actor, cohortId: CohortId | null = cohort) => {
    const id = await startRegrade(actor, { cohortId, reason: REASON });
    await work();
    return id;
  };
  const step = (id: RegradeId, body: RegradeStepBody, actor = manager.actor) => stepRegrade(actor, id, body);
  /** Leaves nothing under way for the test after. */
  const drop = async (id: RegradeId) => step(id, { step: 'drop', version: (await view(id)).version });

  test('a preview changes nothing, says who moves and by which sentence; applied and undone, all is as before', async () => {
    const [up, down, same] = [await handIn(learner), await handIn(learner), await handIn(learner)];
    const today = await overallOf(up);
    await gradedBefore(up, ['none', 'none']);
    await gradedBefore(down, ['full', 'full']);
    const [first, second] = [await overallOf(up), await overallOf(down)];
    const id = await preview();
    expect(await startRegrade(manager.actor, { cohortId: cohort, reason: 'Pressed twice.' })).toBe(id);
    expect([await overallOf(up), await overallOf(down)]).toEqual([first, second]);
    const ready = await view(id);
    expect(ready).toMatchObject({ status: 'ready', counts: { graded: 2 }, isStale: false });
    expect(ready.lines.map(({ submissionId }) => submissionId)).not.toContain(same);
    const fall = ready.lines.find(({ submissionId }) => submissionId === down);
    expect(fall).toMatchObject({ before: second, after: today, isLower: true });
    expect(fall?.changes[0]).toMatchObject({ from: 'full', quote: TEXT.slice(0, 7) });
    expect((await view(id, { show: 'down' })).lines.map(({ submissionId }) => submissionId)).toEqual([down]);

    expect(await step(id, { step: 'apply', version: 0 })).toEqual({ ok: true, value: { version: 1 } });
    expect(await step(id, { step: 'apply', version: 0 })).toEqual({ ok: true, value: { version: 1 } });
    await work();
    expect([await overallOf(up), await overallOf(down)]).toEqual([today, today]);
    const result = await selectResult(learner.actor, down);
    expect(result && (await selectOwnRegrade(learner.actor, result))).toMatchObject({
      ...{ before: second, after: today, reason: REASON, isUndone: false },
    });
    expect((await selectNotices(learner.actor))[0]).toMatchObject({ kind: 'regrade', text: expect.any(String) });
    const history = await readGradeHistory(database(), down);
    expect(history.map(({ kind, batchId }) => [kind, batchId])).toEqual([
      ['machine', null],
      ['regrade', id],
    ]);
    expect(history[0]?.grade.receipt.grader).toBe('1.0.0');

    // Somebody rules on one of them meanwhile: its regrade is not taken back, and is listed.
    const grade = history[1]?.grade;
    if (!grade) throw new Error('no grade');
    const ruling = { kind: 'review', byId: manager.actor.learnerId, reason: 'Looked.', basedOn: 1 } as const;
    await inTransaction((tx) => changeGrade(tx, { submissionId: down, grade, ...ruling }));
    expect((await step(id, { step: 'undo', version: 1 })).ok).toBe(true);
    await work();
    expect([await overallOf(up), await overallOf(down)]).toEqual([first, today]);
    const undone = await view(id, { show: 'left' });
    expect(undone).toMatchObject({ status: 'undone', lines: [{ submissionId: down, state: 'not-undone' }] });
    expect((await readGradeHistory(database(), up)).map(({ kind }) => kind)).toEqual(['machine', 'regrade', 'undo']);
  }, 30_000);

  test('never lower, per criterion and overall, and holding one out; stale presses are refused', async () => {
    const [up, down, held] = [await handIn(learner), await handIn(learner), await handIn(learner)];
    await gradedBefore(up, ['none', 'none']);
    await gradedBefore(down, ['full', 'full']);
    await gradedBefore(held, ['none', 'full']);
    const before = [await overallOf(down), await overallOf(held)];
    const id = await preview();
    const options = { neverLowerOverall: true, neverLowerCriteria: true };
    const other = await newStaff(cohort, 'instructor');
    const both = await Promise.all([
      step(id, { step: 'change', version: 0, ...options }),
      step(id, { step: 'hold', version: 0, submissionId: held, isHeld: true }, other.actor),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'stale-preview' });
    const { version } = await view(id);
    const again = await step(id, { step: 'change', version, ...options });
    expect(again).toEqual({ ok: true, value: { version: version + 1 } });
    const on = version + 1;
    const hold = { step: 'hold', submissionId: held, isHeld: true } as const;
    expect((await step(id, { ...hold, version: on })).ok).toBe(true);
    const stranger = { ...hold, version: on + 1, submissionId: newId() as SubmissionId };
    expect(await step(id, stranger)).toEqual({ ok: false, reason: 'unknown-line' });
    expect((await view(id, { show: 'down' })).lines).toEqual([]);
    expect(await step(id, { step: 'apply', version: on })).toEqual({ ok: false, reason: 'stale-preview' });
    expect((await step(id, { step: 'apply', version: on + 1 })).ok).toBe(true);
    await work();
    expect([await overallOf(down), await overallOf(held)]).toEqual(before);
    expect(await latestEventOf(held)).toBe(0);
    expect((await view(id)).status).toBe('applied');
    expect(await step(id, { step: 'drop', version: on + 2 })).toEqual({ ok: false, reason: 'not-now' });
  }, 30_000);

  test('drafts that stay as they are, preview after preview, are a number and no rows', async () => {
    const own = await newCohort();
    const [staff, one] = [await newStaff(own, 'instructor'), await newLearner(own)];
    const [mover, ...same] = [await handIn(one), await handIn(one), await handIn(one)];
    await gradedBefore(mover, ['none', 'none']);
    for (const id of same) {
      const [now] = await readGradeHistory(database(), id);
      if (!now) throw new Error('no grade');
      const grade = { ...now.grade, receipt: { ...now.grade.receipt, grader: '1.0.0' } };
      await database()
        .updateTable('grades')
        .set({ grade: JSON.stringify(grade) })
        .where('submissionId', '=', id)
        .execute();
    }
    for (const apply of [false, true]) {
      const id = await preview(staff.actor, own);
      const ready = await view(id, {}, staff.actor);
      expect(ready).toMatchObject({ unmoved: 2, up: 1, shown: 1, lines: [{ submissionId: mover }] });
      await step(id, { step: apply ? 'apply' : 'drop', version: 0 }, staff.actor);
      await work();
      expect(await view(id, {}, staff.actor)).toMatchObject({ unmoved: 2, shown: 1 });
    }
    const next = await view(await preview(staff.actor, own), {}, staff.actor);
    expect(next).toMatchObject({ unmoved: 2, shown: 0, lines: [] });
  }, 30_000);

  test('with a cohort its regrades go; grades, their history and the record of acts stay', async () => {
    const own = await newCohort();
    const [staff, one] = [await newStaff(own, 'instructor'), await newLearner(own)];
    const draft = await handIn(one);
    await gradedBefore(draft, ['none', 'none']);
    const id = await preview(staff.actor, own);
    await step(id, { step: 'apply', version: 0 }, staff.actor);
    await work();
    const grade = await overallOf(draft);
    // Another is still under way when the cohort goes.
    await gradedBefore(await handIn(one), ['none', 'none']);
    const open = await startRegrade(staff.actor, { cohortId: own, reason: REASON });
    const owner = await actorOf((await newInstructor()).headers);
    expect(await deleteCohort(owner, own, 'Platform team')).toEqual({ ok: true, value: null });
    await work();
    for (const gone of [id, open]) {
      expect(await readRegrade(database(), gone)).toBeUndefined();
      const lines = database().selectFrom('regrade_lines').select('state').where('regradeId', '=', gone);
      expect(await lines.execute()).toEqual([]);
    }
    const failed = database().selectFrom('jobs').select('lastError').where('lastError', 'is not', null);
    expect(await failed.execute()).toEqual([]);
    expect(await overallOf(draft)).toBe(grade);
    const result = await selectResult(one.actor, draft);
    expect(result && (await selectOwnRegrade(one.actor, result))).toMatchObject({ after: grade, reason: REASON });
    const acts = await database()
      .selectFrom('audit_entries')
      .select(['act', 'details'])
      .where('cohortId', '=', own)
      .execute();
    expect(acts.map(({ act }) => act)).toEqual(expect.arrayContaining(['regrade.applied', 'cohort.deleted']));
    expect(acts.find(({ act }) => act === 'cohort.deleted')?.details).toContain('"regrades":2');
  }, 30_000);

  test('a person’s ruling is laid over the new grade, and a grade that a person confirmed is held', async () => {
    const [ruled, confirmed] = [await handIn(learner), await handIn(learner)];
    for (const id of [ruled, confirmed]) await gradedBefore(id, ['none', 'none']);
    const criterionId = CriterionIdSchema.parse('S01-2');
    const [now] = await readGradeHistory(database(), ruled);
    const [other] = await readGradeHistory(database(), confirmed);
    if (!now || !other) throw new Error('no grade');
    const by = { kind: 'review', byId: manager.actor.learnerId, reason: 'The sum is there.', basedOn: 0 } as const;
    const grade = applyRulings(now.grade, [{ criterionId, level: 'full', reason: 'The sum is there.' }]);
    await inTransaction((tx) => changeGrade(tx, { submissionId: ruled, grade, ...by }));
    await inTransaction((tx) => changeGrade(tx, { submissionId: confirmed, grade: other.grade, ...by }));
    const id = await preview();
    const lines = (await view(id)).lines;
    expect(lines.find(({ submissionId }) => submissionId === confirmed)).toMatchObject({
      isConfirmed: true,
      isHeld: true,
    });
    await step(id, { step: 'apply', version: 0 });
    await work();
    const after = (await readGradeHistory(database(), ruled)).at(-1);
    expect(after).toMatchObject({ kind: 'regrade' });
    expect(after?.grade.criteria[1]).toMatchObject({ level: 'full', person: { reason: 'The sum is there.' } });
    expect(await latestEventOf(confirmed)).toBe(1);
  }, 30_000);

  const latestEventOf = (id: SubmissionId) => inTransaction((tx) => latestEvent(tx, id));

  test('a process that was killed loses nothing: another goes on, and no draft is changed twice', async () => {
    const ids = [await handIn(learner), await handIn(learner), await handIn(learner)];
    for (const id of ids) await gradedBefore(id, ['none', 'none']);
    const id = await preview();
    await step(id, { step: 'apply', version: 0 });
    // The job is taken by a process that dies, after one draft.
    expect(await claimJob('killed')).not.toBeNull();
    const regrade = await readRegrade(database(), id);
    expect(regrade?.status).toBe('applying');
    await work();
    expect((await view(id)).status).toBe('applying');
    // Nobody presses anything: when the lease of the dead has ended, whoever looks next goes on.
    const ended = Date.now() - 1;
    await database().updateTable('jobs').set({ leaseUntil: ended }).where('leaseOwner', '=', 'killed').execute();
    await work();
    expect((await view(id)).status).toBe('applied');
    // "Go on now", pressed twice all the same, does nothing twice.
    for (let press = 0; press < 2; press += 1) expect((await step(id, { step: 'continue' })).ok).toBe(true);
    await work();
    expect((await view(id)).status).toBe('applied');
    for (const submissionId of ids) expect(await latestEventOf(submissionId)).toBe(1);
  }, 30_000);

  test('a changed rubric makes a new snapshot; old grades keep theirs and reproduce; a preview made before it is stale', async () => {
    const id = await handIn(learner);
    const old = course.exercises[0];
    const [machine] = await readGradeHistory(database(), id);
    const early = await handIn(learner);
    await gradedBefore(early, ['none', 'none']);
    const before = await preview();
    const copy = await copyCourse();
    await copy.edit('exercises/S01/rubric.yaml', 'Names one of the two.', 'Names one of both.');
    const changed = withPoints((await loadCourse(copy.root)).course, [4, 16]);
    await copy.remove();
    await teach(changed);
    expect((await view(before)).isStale).toBe(true);
    expect(await step(before, { step: 'apply', version: 0 })).toEqual({ ok: false, reason: 'content-changed' });
    await drop(before);
    const after = await preview();
    const hashes = [old?.rubricHash, changed.exercises[0]?.rubricHash];
    expect(hashes[0]).not.toBe(hashes[1]);
    const rows = await database().selectFrom('rubric_snapshots').selectAll().execute();
    expect(rows.find(({ hash }) => hash === hashes[0])?.rubric).toContain('Names one of the two.');
    expect(rows.find(({ hash }) => hash === hashes[1])?.rubric).toContain('Names one of both.');
    await step(after, { step: 'apply', version: 0 });
    await work();
    const history = await readGradeHistory(database(), id);
    expect(history[0]?.rubricHash).toBe(hashes[0]);
    // What `grade --receipt` compares: the machine's grade, event 0, still comes out of the exercise as it was, and only of it.
    if (!old || !machine) throw new Error('no exercise');
    expect(history.map(({ kind }) => kind)).toEqual(['machine', 'regrade']);
    const file = JSON.stringify({ exercise: SCENARIO, ...handInOf(TEXT), grade: history[0]?.grade });
    expect(checkReceipt(file, new Map([[SCENARIO, old]]))).toEqual({ same: true });
    const [today] = changed.exercises;
    expect(today && checkReceipt(file, new Map([[SCENARIO, today]]))).toEqual({
      ...{ same: false, changed: expect.arrayContaining(['rubric and probes']) },
    });
    await teach(course);
  }, 30_000);

  test('an upheld appeal proposes the same for those who say the same, and for nobody else', async () => {
    const own = await newCohort();
    const [staff, one, two] = [await newStaff(own, 'instructor'), await newLearner(own), await newLearner(own)];
    const [appealed, alike, unlike] = [
      await handIn(one),
      await handIn(two, 'To a large customer the launch date was promised, and it cannot move at all. So be it.'),
      await handIn(two, 'Everybody here likes what we do, and the office has nice chairs.'),
    ];
    for (const id of [appealed, alike, unlike]) await gradedBefore(id, ['none', 'none']);
    const criterionId = CriterionIdSchema.parse('S01-1');
    const start = TEXT.indexOf(SENTENCE);
    const passage = { start, end: start + SENTENCE.length };
    const reason = 'I name the launch date in the second sentence.';
    const sent = await sendAppeal(one.actor, {
      ...{ kind: 'criterion', submissionId: appealed, criterionId, passage, reason },
    });
    if (!sent.ok) throw new Error(sent.reason);
    const ruling = { outcome: 'uphold', level: 'full' } as const;
    await ruleOnAppeal(staff.actor, sent.value.appealId, { cohortId: own, basedOn: 0, ruling, reason: 'It is there.' });
    await work();
    const [card] = await selectRegrades(staff.actor);
    if (!card) throw new Error('no proposal');
    const shown = await view(card.id, {}, staff.actor);
    expect(shown).toMatchObject({ kind: 'appeal', status: 'ready', lines: [{ submissionId: alike }] });
    expect(shown.lines[0]?.changes).toMatchObject([{ from: 'none', to: 'full' }]);
    expect(shown.lines[0]?.changes[0]?.quote).toContain('To a large customer');
    await step(card.id, { step: 'apply', version: 0 }, staff.actor);
    await work();
    const history = await readGradeHistory(database(), alike);
    expect(history.at(-1)).toMatchObject({ kind: 'regrade', reason: expect.not.stringContaining('It is there') });
    expect(await latestEventOf(unlike)).toBe(0);
  }, 30_000);

  test('who may preview, read and apply: those who manage the cohort, owners all, and nobody else', async () => {
    const id = await preview();
    const owner = (await newInstructor()).actor;
    const elsewhere = (await newStaff(await newCohort(), 'instructor')).actor;
    const refused: readonly (readonly [string, Actor])[] = [
      ['reviewer', (await newStaff(cohort, 'reviewer')).actor],
      ['lead', (await newStaff(cohort, 'lead')).actor],
      ['learner', learner.actor],
      ['other learner', (await newLearner(cohort)).actor],
      ['guest', (await newGuest()).actor],
    ];
    for (const [role, actor] of refused) {
      await expect(startRegrade(actor, { cohortId: cohort, reason: REASON }), role).rejects.toThrow(Forbidden);
      await expect(selectRegrade(actor, id, ALL), role).rejects.toThrow(Forbidden);
      await expect(selectRegrades(actor), role).rejects.toThrow(Forbidden);
      await expect(step(id, { step: 'drop', version: 0 }, actor), role).rejects.toThrow(Forbidden);
    }
    await expect(startRegrade(elsewhere, { cohortId: cohort, reason: REASON })).rejects.toThrow(Forbidden);
    await expect(startRegrade(manager.actor, { cohortId: null, reason: REASON })).rejects.toThrow(Forbidden);
    expect(await selectRegrade(elsewhere, id, ALL)).toBeNull();
    expect(await selectRegrades(elsewhere)).toEqual([]);
    expect(await step(id, { step: 'drop', version: 0 }, elsewhere)).toEqual({ ok: false, reason: 'unknown-regrade' });
    expect((await selectRegrades(owner)).map((card) => card.id)).toContain(id);
    const all = await preview(owner, null);
    expect(await selectRegrade(manager.actor, all, ALL)).toBeNull();
    expect(await step(id, { step: 'drop', version: 0 }, owner)).toEqual({ ok: true, value: { version: 1 } });
    const stranger = await newGuest();
    const draft = await handIn(learner);
    const result = await selectResult(learner.actor, draft);
    expect(result && (await selectOwnRegrade(stranger.actor, result))).toBeNull();
  }, 30_000);
});
