import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise, selectOptionalItem } from '@/course/select';
import {
  type AppealDesk,
  AppealDeskSchema,
  type DeskAppeal,
  DeskAppealSchema,
  type DraftAppeal,
  DraftAppealSchema,
} from '@/schemas/appeal';
import type { Course } from '@/schemas/course';
import { EvidenceSchema } from '@/schemas/grade';
import type { CohortId, SubmissionId } from '@/schemas/ids';
import { ResponseSchema } from '@/schemas/item';
import type { ReviewView } from '@/schemas/review-desk';
import type { Actor } from '../actor';
import { mayIn, requireIn } from '../authority';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { readGradeHistory } from '../grades/grade-history';
import { findInCohort, othersIn } from '../reviews/review-scope';
import { optionsOf, sayKey, sayResponse } from './item-words';
import { hasOthersToRule, whoSet } from './who-set';

/** Of closed appeals the latest are listed. */
const MOST_CLOSED = 50;

const rowsOf = (actor: Actor, cohortId: CohortId) =>
  database()
    .selectFrom('appeals')
    .leftJoin('submissions', 'submissions.id', 'appeals.submissionId')
    .leftJoin('item_responses', (join) =>
      join
        .onRef('item_responses.attemptId', '=', 'appeals.attemptId')
        .onRef('item_responses.itemId', '=', 'appeals.itemId'),
    )
    .selectAll('appeals')
    .select(['scenarioId', 'response'])
    .where('appeals.learnerId', 'in', othersIn(database(), cohortId, actor));
type DeskRow = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;

function toDesk(course: Course, row: DeskRow): DeskAppeal[] {
  const { id, reason, createdAt, status, ruling } = row;
  const shared = { id, reason, createdAt, status, ruling };
  if (row.kind === 'criterion') {
    const exercise = selectOptionalExercise(course, row.scenarioId ?? '');
    const title = exercise?.rubric.criteria.find((line) => line.id === row.criterionId)?.title ?? row.criterionId;
    const { submissionId, scenarioId } = row;
    return [DeskAppealSchema.parse({ ...shared, kind: 'criterion', submissionId, scenarioId, title })];
  }
  const item = selectOptionalItem(course, row.lessonId ?? '', row.itemId ?? '');
  // An item that was taken out of the course can be ruled on no more; its learner still sees the appeal.
  if (!item || row.response === null) return [];
  return [
    DeskAppealSchema.parse({
      ...{ ...shared, kind: 'item', lessonId: row.lessonId, itemId: row.itemId, title: item.stem },
      option: optionsOf(item).find((option) => option.id === row.optionId)?.text ?? null,
      answer: sayResponse(item, fromJson(row.response, ResponseSchema)),
      key: sayKey(item),
      rationale: item.rationale,
    }),
  ];
}

/** From here on its learner is told that somebody looks. */
async function markSeen(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await database()
    .updateTable('appeals')
    .set({ seenAt: Date.now() })
    .where('id', 'in', ids)
    .where('seenAt', 'is', null)
    .execute();
}

/** The appeals of one cohort for those who review there, without names; null where the cohort does not exist. */
export async function selectAppealDesk(actor: Actor, cohortId: CohortId): Promise<AppealDesk | null> {
  requireIn(actor, cohortId, 'review', 'read appeals');
  const cohort = await database().selectFrom('cohorts').select('name').where('id', '=', cohortId).executeTakeFirst();
  if (!cohort) return null;
  const course = await getCourse();
  const open = await rowsOf(actor, cohortId).where('status', '=', 'open').orderBy('createdAt').execute();
  const closed = await rowsOf(actor, cohortId)
    .where('status', 'in', ['upheld', 'partly', 'rejected'])
    .orderBy('closedAt', 'desc')
    .limit(MOST_CLOSED)
    .execute();
  const samples = await database()
    .selectFrom('labelled_samples')
    .innerJoin('appeals', 'appeals.id', 'labelled_samples.appealId')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('appeals.learnerId', 'in', othersIn(database(), cohortId, actor))
    .executeTakeFirstOrThrow();
  // Items are shown in full in the list; a draft is looked at on its own page.
  await markSeen(open.filter(({ kind }) => kind === 'item').map(({ id }) => id));
  return AppealDeskSchema.parse({
    cohortId,
    cohortName: cohort.name,
    mayManage: mayIn(actor, cohortId, 'manage'),
    open: open.flatMap((row) => toDesk(course, row)),
    closed: closed.flatMap((row) => toDesk(course, row)),
    samples: Number(samples.count),
  });
}

/** The open appeals about a draft under review, each with what a ruling needs; empty outside the cohort. */
export async function selectDraftAppeals(
  actor: Actor,
  cohortId: CohortId,
  submissionId: SubmissionId,
  { criteria, grade }: Pick<ReviewView, 'criteria' | 'grade'>,
): Promise<DraftAppeal[]> {
  const scope = await findInCohort(actor, cohortId, submissionId, 'read the appeals about a draft');
  if (!scope) return [];
  const rows = await database()
    .selectFrom('appeals')
    .selectAll()
    .where('submissionId', '=', submissionId)
    .where('status', '=', 'open')
    .orderBy('createdAt')
    .execute();
  if (rows.length === 0) return [];
  await markSeen(rows.map(({ id }) => id));
  const history = await readGradeHistory(database(), submissionId);
  const hasOthers = await hasOthersToRule(database(), actor, cohortId, scope.learnerId);
  return rows.flatMap(({ id, reason, createdAt, criterionId, passage }) => {
    const line = grade.criteria.find((entry) => entry.id === criterionId);
    const criterion = criteria.find((entry) => entry.id === criterionId);
    if (!line || !criterion) return [];
    const isOwn = whoSet(history, line.id) === actor.learnerId;
    const { level, feedback, evidence } = line;
    return [
      DraftAppealSchema.parse({
        ...{ id, reason, createdAt, criterion, level, feedback, evidence },
        passage: passage === null ? null : fromJson(passage, EvidenceSchema),
        mayRule: !isOwn || !hasOthers,
        isAlone: isOwn && !hasOthers,
      }),
    ];
  });
}
