import { sql } from 'kysely';
import { gradeHandIn } from '@/grader/grade-hand-in';
import type { Course } from '@/schemas/course';
import type { Grade } from '@/schemas/grade';
import { toJson } from '@/server/db/json';
import type { Db } from '@/server/db/open-database';

const DAY = 86_400_000;

/** A list of rows as SQL, for ids and numbers of the course only: nobody's text is put into it. */
function values(rows: readonly (readonly (string | number)[])[]) {
  const cell = (value: string | number) =>
    typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
  return sql.raw(`(values ${rows.map((row) => `(${row.map(cell).join(', ')})`).join(', ')})`);
}

const people = (count: number) =>
  sql`people(i) as (select 1 union all select i + 1 from people where i < ${sql.lit(count)})`;

const ID = sql.raw(`'seed-' || (100000 + i)`);
/** A fixed number from 0 to 99 for a person and a thing: the same cohort with every run. */
const chance = (salt: number) => sql.raw(`((i * 7919 + k * 104729 + ${salt} * 1299709) % 100)`);

export interface SeededCohort {
  readonly cohortId: string;
  readonly people: number;
  readonly rows: number;
}

async function seedPeople(db: Db, cohortId: string, count: number, now: number, isPostgres: boolean): Promise<void> {
  const at = new Date(now - 90 * DAY).toISOString();
  const no = sql.raw(isPostgres ? 'false' : '0');
  const time = isPostgres ? sql`cast(${at} as timestamptz)` : sql`${at}`;
  await db
    .insertInto('cohorts')
    .values({ id: cohortId, name: `Everybody (${count})`, createdAt: now - 90 * DAY })
    .execute();
  await sql`with recursive ${people(count)}
    insert into "user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt", "isAnonymous")
    select ${ID}, 'Person ' || i, 'person' || i || '@example.org', ${no}, ${time}, ${time}, ${no} from people`.execute(
    db,
  );
  await sql`with recursive ${people(count)}
    insert into "learners" ("id", "createdAt", "lastActiveAt", "studySeed")
    select ${ID}, ${sql.lit(now - 90 * DAY)}, ${sql.lit(now)} - cast(i % 40 as bigint) * ${sql.lit(DAY)}, 0 from people`.execute(
    db,
  );
  await sql`with recursive ${people(count)}
    insert into "enrolments" ("learnerId", "cohortId", "role", "status", "enrolledAt")
    select ${ID}, ${sql.lit(cohortId)}, 'learner', 'active', ${sql.lit(now - 90 * DAY)} from people`.execute(db);
}

/** How far a person is: the first so many of the lessons. */
const REACHED = sql.raw('(i % 11) * l_count / 10');

async function seedQuizzes(db: Db, course: Course, count: number, now: number): Promise<void> {
  const lessons = values(course.lessons.map(({ lesson }, index) => [index, lesson.id]));
  const total = sql.lit(course.lessons.length);
  await sql`with recursive ${people(count)}, l(k, "lessonId") as ${lessons}, c(l_count) as (select ${total})
    insert into "lesson_reads" ("learnerId", "lessonId", "readAt")
    select ${ID}, "lessonId", ${sql.lit(now - 60 * DAY)} + k * 60000 from people, l, c where k < ${REACHED}`.execute(
    db,
  );
  await sql`with recursive ${people(count)}, l(k, "lessonId") as ${lessons}, c(l_count) as (select ${total})
    insert into "quiz_attempts" ("id", "learnerId", "lessonId", "number", "seed", "items", "itemIds", "openedAt", "finishedAt", "score")
    select ${ID} || '-' || k, ${ID}, "lessonId", 1, 1, 'all', '[]', ${sql.lit(now - 60 * DAY)},
      ${sql.lit(now - 60 * DAY)} + 60000 * (2 + ${chance(1)} % 20), 0.5 from people, l, c where k < ${REACHED}`.execute(
    db,
  );
  const items = course.lessons.flatMap(({ lesson, quiz }, lessonIndex) =>
    quiz.items.map((item, index) => {
      const key = item.type === 'single-choice' ? item.key : '';
      const wrong = item.type === 'single-choice' ? (item.options.find(({ id }) => id !== item.key)?.id ?? '') : '';
      return [lessonIndex * 100 + index, lessonIndex, lesson.id, item.id, key, wrong];
    }),
  );
  const table = sql`it(k, l_index, "lessonId", "itemId", "key", "wrong") as ${values(items)}`;
  const isRight = sql`case when ${chance(2)} < 40 + (i % 50) then 1 else 0 end`;
  const chosen = sql`nullif(case when ${chance(2)} < 40 + (i % 50) then "key" else "wrong" end, '')`;
  const confidence = sql`case when ${chance(3)} < 30 then 'sure' when ${chance(3)} < 70 then 'think-so' else 'guess' end`;
  await sql`with recursive ${people(count)}, ${table}, c(l_count) as (select ${total})
    insert into "learner_items" ("learnerId", "itemId", "lessonId", "isCorrect", "share", "answers", "answeredAt", "confidence", "chosen", "failures")
    select ${ID}, "itemId", "lessonId", ${isRight}, ${isRight}, 1 + ${chance(4)} % 2, ${sql.lit(now - 50 * DAY)}, ${confidence}, ${chosen},
      (1 - (${isRight})) * (1 + ${chance(4)} % 2) from people, it, c where l_index < ${REACHED}`.execute(db);
  await sql`with recursive ${people(count)}, ${table}, c(l_count) as (select ${total})
    insert into "item_responses" ("attemptId", "itemId", "response", "confidence", "score", "answeredAt")
    select ${ID} || '-' || l_index, "itemId", '{"type":"single-choice","chosen":"' || coalesce(${chosen}, 'x') || '"}', ${confidence},
      case when ${isRight} = 1 then '{"type":"scored","share":1,"isCorrect":true}' else '{"type":"scored","share":0,"isCorrect":false}' end,
      ${sql.lit(now - 50 * DAY)} + k from people, it, c where l_index < ${REACHED}`.execute(db);
}

async function seedHandIns(db: Db, course: Course, count: number, now: number, grade: Grade, text: string) {
  const exercises = course.exercises.slice(0, 8);
  const table = sql`e(k, "scenarioId") as ${values(exercises.map(({ scenario }, index) => [index, scenario.id]))}`;
  const isReached = sql.raw('k < i % 9');
  const handInId = sql`${ID} || '-s' || k`;
  const overall = sql`(30 + ${chance(5)} * 0.7) / 100.0`;
  const at = sql`${sql.lit(now)} - cast(i % 50 as bigint) * ${sql.lit(DAY)}`;
  await db
    .insertInto('rubric_snapshots')
    .values({ hash: 'seed', rubric: '{}', storedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await sql`with recursive ${people(count)}, ${table} insert into "attempts" ("id", "learnerId", "scenarioId", "number", "openedAt")
    select ${ID} || '-a' || k, ${ID}, "scenarioId", 1, ${sql.lit(now - 55 * DAY)} from people, e where ${isReached}`.execute(
    db,
  );
  await sql`with recursive ${people(count)}, ${table}
    insert into "submissions" ("id", "attemptId", "learnerId", "scenarioId", "number", "handIn", "contentHash", "idempotencyKey", "submittedAt", "gradingTries")
    select ${handInId}, ${ID} || '-a' || k, ${ID}, "scenarioId", 1, ${sql.lit(text)}, 'seed', 'seed-' || k, ${at}, 0 from people, e where ${isReached}`.execute(
    db,
  );
  await sql`with recursive ${people(count)}, ${table}
    insert into "grades" ("submissionId", "grade", "overall", "needsReview", "graderVersion", "rubricHash", "gradedAt")
    select ${handInId}, ${sql.lit(toJson(grade))}, ${overall}, case when ${chance(6)} < 8 then 1 else 0 end, ${sql.lit(grade.receipt.grader)}, 'seed', ${at}
    from people, e where ${isReached}`.execute(db);
  await sql`with recursive ${people(count)}, ${table}
    insert into "learner_exercises" ("learnerId", "scenarioId", "handIns", "bestOverall", "latestSubmissionId", "latestSubmittedAt")
    select ${ID}, "scenarioId", 1 + ${chance(7)} % 4, ${overall}, ${handInId}, ${at} from people, e where ${isReached}`.execute(
    db,
  );
  const criteria = exercises.flatMap(({ scenario, rubric }, index) =>
    rubric.criteria.map(({ id }, place) => [index * 100 + place, index, scenario.id, id]),
  );
  await sql`with recursive ${people(count)}, cr(k, e_index, "scenarioId", "criterionId") as ${values(criteria)}
    insert into "grade_criteria" ("submissionId", "criterionId", "level")
    select ${ID} || '-s' || e_index, "criterionId", case when ${chance(8)} < 35 then 'full' when ${chance(8)} < 60 then 'half' else 'none' end
    from people, cr where e_index < i % 9`.execute(db);
  const beliefs = course.misconceptions.slice(0, 12).map(({ id }, index) => [index, id]);
  await sql`with recursive ${people(count)}, b(k, "misconceptionId") as ${values(beliefs)}
    insert into "grade_beliefs" ("submissionId", "misconceptionId")
    select ${ID} || '-s' || (k % 8), "misconceptionId" from people, b where k % 8 < i % 9 and ${chance(9)} < 6`.execute(
    db,
  );
}

/**
 * Writes a cohort of made-up people with about two hundred rows each, by statements that make them inside the database:
 * ten thousand people in well under a minute on either engine. The same count gives the same cohort, always.
 */
export async function seedCohort(
  db: Db,
  course: Course,
  count: number,
  isPostgres: boolean,
  now = Date.now(),
): Promise<SeededCohort> {
  const cohortId = 'seeded-cohort';
  const [exercise] = course.exercises;
  const sample = exercise?.samples[0];
  if (!exercise || !sample) throw new Error('the course has no exercise with a sample');
  const grade = gradeHandIn(exercise, sample.handIn);
  await seedPeople(db, cohortId, count, now, isPostgres);
  await seedQuizzes(db, course, count, now);
  await seedHandIns(db, course, count, now, grade, toJson(sample.handIn));
  await sql`analyze`.execute(db);
  let rows = 0;
  for (const table of [
    'lesson_reads',
    'quiz_attempts',
    'item_responses',
    'learner_items',
    'submissions',
    'grades',
    'grade_criteria',
  ] as const)
    rows += (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count;
  return { cohortId, people: count, rows };
}
