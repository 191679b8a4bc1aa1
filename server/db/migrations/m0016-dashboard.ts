import 'server-only';
import type { Kysely, Migration } from 'kysely';

type AnyDb = Kysely<unknown>;

/** The tables as they are when this migration runs; those of tables.ts move on. */
type Then = {
  grades: { submissionId: string; grade: string };
  grade_criteria: { submissionId: string; criterionId: string; level: string };
  grade_beliefs: { submissionId: string; misconceptionId: string };
  quiz_attempts: { id: string; learnerId: string; number: number };
  item_responses: {
    attemptId: string;
    itemId: string;
    response: string;
    confidence: string;
    score: string;
    answeredAt: number;
  };
  learner_items: {
    learnerId: string;
    itemId: string;
    confidence: string | null;
    chosen: string | null;
    failures: number;
  };
};

const PAGE = 200;

interface StoredGrade {
  readonly criteria: readonly { readonly id: string; readonly level: string }[];
  readonly misconceptions: readonly string[];
}

async function createTables(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('grade_criteria')
    .addColumn('submissionId', 'text', (column) => column.notNull().references('submissions.id'))
    .addColumn('criterionId', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('grade_criteria_key', ['submissionId', 'criterionId'])
    .execute();
  await db.schema
    .createTable('grade_beliefs')
    .addColumn('submissionId', 'text', (column) => column.notNull().references('submissions.id'))
    .addColumn('misconceptionId', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('grade_beliefs_key', ['submissionId', 'misconceptionId'])
    .execute();
  // Found without reading the grades, which are long.
  await db.schema.createIndex('grades_review').on('grades').columns(['needsReview', 'submissionId']).execute();
  await db.schema.alterTable('learner_items').addColumn('confidence', 'text').execute();
  await db.schema.alterTable('learner_items').addColumn('chosen', 'text').execute();
  await db.schema
    .alterTable('learner_items')
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

async function copyGrade(db: Kysely<Then>, submissionId: string, grade: StoredGrade): Promise<void> {
  const criteria = grade.criteria.map(({ id, level }) => ({ submissionId, criterionId: id, level }));
  if (criteria.length > 0) await db.insertInto('grade_criteria').values(criteria).execute();
  const beliefs = [...new Set(grade.misconceptions)].map((misconceptionId) => ({ submissionId, misconceptionId }));
  if (beliefs.length > 0) await db.insertInto('grade_beliefs').values(beliefs).execute();
}

/** A page at a time: all grades of a large course at once would not fit into memory. */
async function copyGrades(db: Kysely<Then>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('grades')
      .select(['submissionId', 'grade'])
      .where('submissionId', '>', after)
      .orderBy('submissionId')
      .limit(PAGE)
      .execute();
    for (const { submissionId, grade } of rows) await copyGrade(db, submissionId, JSON.parse(grade));
    const last = rows.at(-1);
    if (!last) return;
    after = last.submissionId;
  }
}

interface Latest {
  confidence: string;
  chosen: string | null;
  failures: number;
}

async function completeItems(db: Kysely<Then>, learnerId: string): Promise<void> {
  const rows = await db
    .selectFrom('item_responses')
    .innerJoin('quiz_attempts', 'quiz_attempts.id', 'item_responses.attemptId')
    .select(['itemId', 'response', 'confidence', 'score'])
    .where('learnerId', '=', learnerId)
    .orderBy('answeredAt')
    .orderBy('number')
    .execute();
  const items = new Map<string, Latest>();
  for (const { itemId, response, confidence, score } of rows) {
    const scored: { type: string; isCorrect?: boolean } = JSON.parse(score);
    if (scored.type !== 'scored') continue;
    const given: { type: string; chosen?: unknown } = JSON.parse(response);
    const failures = (items.get(itemId)?.failures ?? 0) + (scored.isCorrect ? 0 : 1);
    items.set(itemId, {
      confidence,
      chosen: given.type === 'single-choice' && typeof given.chosen === 'string' ? given.chosen : null,
      failures,
    });
  }
  for (const [itemId, latest] of items)
    await db
      .updateTable('learner_items')
      .set(latest)
      .where('learnerId', '=', learnerId)
      .where('itemId', '=', itemId)
      .execute();
}

/** What the views of a cohort count: levels and misconceptions by grade; certainty, choice and failures by item. */
export const dashboard: Migration = {
  async up(db: AnyDb): Promise<void> {
    await createTables(db);
    const then = db.withTables<Then>();
    await copyGrades(then);
    const learners = await then.selectFrom('quiz_attempts').select('learnerId').distinct().execute();
    for (const { learnerId } of learners) await completeItems(then, learnerId);
  },
};
