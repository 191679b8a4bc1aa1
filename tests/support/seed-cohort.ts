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

/** Every quiz is taken so often: about two hundred answers a person. */
const TRIES = 2;

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

/** The rows of all items: number, number of the lesson, how many items that has, and what is right and wrong in it. */
const itemRows = (course: Course) =>
  course.lessons.flatMap(({ lesson, quiz }, lessonIndex) =>
    quiz.items.map((item, index) => {
      const key = item.type === 'single-choice' ? item.key : '';
      const wrong = item.type === 'single-choice' ? (item.options.find(({ id }) => id !== item.key)?.id ?? '') : '';
      return [lessonIndex * 100 + index, lessonIndex, lesson.id, item.id, key, wrong];
    }),
  );

const IS_RIGHT = sql`case when ${chance(2)} < 40 + (i % 50) then 1 else 0 end`;

async function seedAttempts(db: Db, course: Course, count: number, now: number): Promise<void> {
  const lessons = values(
    course.lessons.map(({ lesson, quiz }, index) => [
      ...[index, lesson.id, JSON.stringify(quiz.items.map(({ id }) => id)), quiz.items.length],
    ]),
  );
  const total = sql.lit(course.lessons.length);
  const lesson = sql`l(k, "lessonId", "itemIds", "items") as ${lessons}, c(l_count) as (select ${total})`;
  await sql`with recursive ${people(count)}, ${lesson}
    insert into "lesson_reads" ("learnerId", "lessonId", "readAt")
    select ${ID}, "lessonId", ${sql.lit(now - 60 * DAY)} + k * 60000 from people, l, c where k < ${REACHED}`.execute(
    db,
  );
  for (let number = 1; number <= TRIES; number += 1)
    await sql`with recursive ${people(count)}, ${lesson}
      insert into "quiz_attempts" ("id", "learnerId", "lessonId", "number", "seed", "items", "itemIds", "openedAt", "finishedAt", "score")
      select ${ID} || '-' || k || '-' || ${sql.lit(String(number))}, ${ID}, "lessonId", ${sql.lit(number)}, 1, 'all', "itemIds",
        ${sql.lit(now - 60 * DAY)}, ${sql.lit(now - 60 * DAY)} + 60000 * (2 + ${chance(1)} % 20),
        cast(cast("items" * (40 + i % 50) / 100 as integer) as real) / "items" from people, l, c where k < ${REACHED} and "items" > 0`.execute(
      db,
    );
}

async function seedQuizzes(db: Db, course: Course, count: number, now: number): Promise<void> {
  await seedAttempts(db, course, count, now);
  const table = sql`it(k, l_index, "lessonId", "itemId", "key", "wrong") as ${values(itemRows(course))},
    c(l_count) as (select ${sql.lit(course.lessons.length)})`;
  const chosen = sql`nullif(case when ${chance(2)} < 40 + (i % 50) then "key" else "wrong" end, '')`;
  const confidence = sql`case when ${chance(3)} < 30 then 'sure' when ${chance(3)} < 70 then 'think-so' else 'guess' end`;
  await sql`with recursive ${people(count)}, ${table}
    insert into "learner_items" ("learnerId", "itemId", "lessonId", "isCorrect", "share", "answers", "answeredAt", "confidence", "chosen", "failures")
    select ${ID}, "itemId", "lessonId", ${IS_RIGHT}, ${IS_RIGHT}, 1 + ${chance(4)} % 2, ${sql.lit(now - 50 * DAY)}, ${confidence}, ${chosen},
      (1 - (${IS_RIGHT})) * (1 + ${chance(4)} % 2) from people, it, c where l_index < ${REACHED}`.execute(db);
  for (let number = 1; number <= TRIES; number += 1)
    await sql`with recursive ${people(count)}, ${table}
      insert into "item_responses" ("attemptId", "itemId", "response", "confidence", "score", "answeredAt")
      select ${ID} || '-' || l_index || '-' || ${sql.lit(String(number))}, "itemId",
        case when "key" = '' then '{"type":"numeric","value":1}'
          else '{"type":"single-choice","chosen":"' || coalesce(${chosen}, 'x') || '"}' end, ${confidence},
        case when ${IS_RIGHT} = 1 then '{"type":"scored","share":1,"isCorrect":true}' else '{"type":"scored","share":0,"isCorrect":false}' end,
        ${sql.lit(now - 60 * DAY)} + 30000 * (k % 100 + 1) from people, it, c where l_index < ${REACHED}`.execute(db);
}

/** Two assignments: half a module that was due, and one that will be. */
async function seedAssignments(db: Db, course: Course, cohortId: string, now: number): Promise<void> {
  const ids = course.outline.modules.map(({ id }) => id);
  const rest = { cohortId, version: 1, note: '', withdrawnAt: null, opensAt: now - 30 * DAY };
  const rules = { attempts: toJson({ counts: 'best', most: null }), passing: toJson({ type: 'course' }) };
  const made = { createdAt: now - 30 * DAY, changedAt: now - 30 * DAY };
  // A course for tests may have fewer.
  const some = (own: readonly string[]) => (own.length > 0 ? own : ids);
  const target = (from: number, to: number) => toJson({ type: 'modules', moduleIds: some(ids.slice(from, to)) });
  await db
    .insertInto('assignments')
    .values(
      [
        { id: 'seed-due-before', title: 'The first two modules', target: target(0, 2), dueAt: now - DAY },
        { id: 'seed-due-later', title: 'The next two modules', target: target(2, 4), dueAt: now + 10 * DAY },
      ].map((own) => ({ ...rest, ...rules, ...made, ...own })),
    )
    .execute();
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
 * Runs the writing without the checks of references. PostgreSQL plans such a check once, when the tables are empty and a scan
 * is best, and goes by that plan for a million rows: without this ten thousand people take hours. What is written is whole.
 */
async function unchecked(db: Db, isPostgres: boolean, work: (tx: Db) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (isPostgres) await sql`set local session_replication_role = replica`.execute(tx);
    await work(tx);
  });
}

/**
 * Writes a cohort of made-up people with about two hundred answers each, by statements that make them inside the database:
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
  await unchecked(db, isPostgres, async (tx) => {
    await seedPeople(tx, cohortId, count, now, isPostgres);
    await seedQuizzes(tx, course, count, now);
    await seedHandIns(tx, course, count, now, grade, toJson(sample.handIn));
    await seedAssignments(tx, course, cohortId, now);
  });
  await sql`analyze`.execute(db);
  // Else the first write of the benchmark would pay for putting a gigabyte where it belongs.
  await (isPostgres ? sql`checkpoint` : sql`pragma wal_checkpoint(truncate)`).execute(db);
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
