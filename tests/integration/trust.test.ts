import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyRulings } from '@/grader/rulings/apply-rulings';
import { CohortIdSchema, type SubmissionId } from '@/schemas/ids';
import type { Level } from '@/schemas/rubric';
import { readTrustFigures } from '@/server/analysis/read-trust-figures';
import { database, inTransaction } from '@/server/db/database';
import { changeGrade } from '@/server/grades/change-grade';
import { readGradeHistory } from '@/server/grades/grade-history';
import { newId } from '@/server/new-id';
import { ensureEntries } from '@/server/reviews/ensure-entries';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { newAccount, newGuest, newInstructor, type Person } from '../support/people';

async function newCohort() {
  const id = CohortIdSchema.parse(newId());
  await database().insertInto('cohorts').values({ id, name: 'Platform team', createdAt: Date.now() }).execute();
  return id;
}

async function handInWithin(cohortId: string): Promise<SubmissionId> {
  const { actor } = await newGuest();
  const enrolment = { learnerId: actor.learnerId, cohortId, role: 'learner', status: 'active', enrolledAt: 1 };
  await database().insertInto('enrolments').values(enrolment).execute();
  const handed = await submitHandIn(actor, {
    scenarioId: SCENARIO,
    handIn: handInOf('We take Go because everybody likes it.'),
    idempotencyKey: randomUUID(),
  });
  if (!handed.ok) throw new Error(handed.reason);
  return handed.value.submissionId;
}

/** Decides on a draft as a reviewer would: confirms it, or gives its first criterion a level. */
async function decide(by: Person, submissionId: SubmissionId, kind: 'review' | 'undo', level?: Level): Promise<void> {
  const history = await readGradeHistory(database(), submissionId);
  const [first] = history;
  const criterionId = first?.grade.criteria[0]?.id;
  if (!first || !criterionId) throw new Error('no grade');
  const reason = 'The constraint is named.';
  const grade = level ? applyRulings(first.grade, [{ criterionId, level, reason }]) : first.grade;
  const basedOn = history.at(-1)?.number ?? 0;
  const byId = by.actor.learnerId;
  await inTransaction((tx) => changeGrade(tx, { submissionId, kind, grade, byId, reason, basedOn }));
}

describe.each(ENGINES)('how far the grader agrees with people on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());

  test('confirmed counts as agreement, changed does not, what was taken back counts as nothing', async () => {
    const [cohort, other] = [await newCohort(), await newCohort()];
    const reviewer = await newAccount();
    const read = () => readTrustFigures(database(), { key: 'test', cohortIds: [cohort] });
    for (let at = 0; at < 10; at += 1)
      await decide(reviewer, await handInWithin(cohort), 'review', at < 4 ? 'full' : undefined);
    const undone = await handInWithin(cohort);
    await decide(reviewer, undone, 'review', 'full');
    await decide(reviewer, undone, 'undo');
    await decide(reviewer, await handInWithin(other), 'review', 'full');
    await handInWithin(cohort);
    const figures = await read();
    expect(figures).toMatchObject({ graded: 12, appealed: 0, decided: { n: 10 }, sampled: { n: 0 } });
    expect(figures.overridden).toMatchObject({ type: 'estimate', value: 0.4, n: 10 });
    const [criterion] = figures.decided.criteria;
    expect(criterion).toMatchObject({ n: 10, changed: 4, exact: { value: 0.6 } });
    expect(figures.decided.exercises).toMatchObject([{ scenarioId: SCENARIO, n: 10 }]);
    expect(JSON.stringify(figures)).not.toContain(undone);
    // Once the cohort has half of its work drawn, those decided drafts that were drawn stand apart.
    await ensureEntries((await newInstructor()).actor, CohortIdSchema.parse(cohort));
    await database().insertInto('review_samples').values({ cohortId: cohort, percent: 50 }).execute();
    const drawn = await database()
      .selectFrom('review_entries')
      .innerJoin('submissions', 'submissions.id', 'review_entries.submissionId')
      .innerJoin('enrolments', 'enrolments.learnerId', 'submissions.learnerId')
      .innerJoin('grade_events', 'grade_events.submissionId', 'submissions.id')
      .select('submissions.id')
      .distinct()
      .where('cohortId', '=', cohort)
      .where('draw', '<', 500_000)
      .where('submissions.id', '!=', undone)
      .execute();
    expect((await read()).sampled.n).toBe(drawn.length);
  }, 60_000);
});
