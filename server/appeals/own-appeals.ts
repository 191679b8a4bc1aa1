import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise, selectOptionalItem } from '@/course/select';
import { sentencesOf } from '@/grader/text/sentences-of';
import { type OwnAppeal, OwnAppealSchema, type OwnAppeals, OwnAppealsSchema } from '@/schemas/appeal';
import type { Course } from '@/schemas/course';
import { EvidenceSchema } from '@/schemas/grade';
import type { SubmissionId } from '@/schemas/ids';
import type { ResultView } from '@/schemas/result';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { hasOpenCohort } from './appeals';
import { optionsOf } from './item-words';

const own = (actor: Actor) =>
  database()
    .selectFrom('appeals')
    .leftJoin('submissions', 'submissions.id', 'appeals.submissionId')
    .selectAll('appeals')
    .select('scenarioId')
    .where('appeals.learnerId', '=', actor.learnerId)
    .orderBy('appeals.createdAt', 'desc')
    .orderBy('appeals.id', 'desc');
type AppealRow = Awaited<ReturnType<ReturnType<typeof own>['executeTakeFirstOrThrow']>>;

function stateOf({ status, seenAt, closedAt, ruling, isAlone }: AppealRow) {
  if (status === 'open') return { status, isLookedAt: seenAt !== null };
  if (status === 'withdrawn') return { status, closedAt };
  return { status, closedAt, ruling, isAlone: isAlone === 1 };
}

function toOwn(course: Course, row: AppealRow): OwnAppeal {
  const shared = { id: row.id, kind: row.kind, reason: row.reason, createdAt: row.createdAt, state: stateOf(row) };
  if (row.kind === 'item') {
    const item = selectOptionalItem(course, row.lessonId ?? '', row.itemId ?? '');
    const option = item && optionsOf(item).find(({ id }) => id === row.optionId);
    const { lessonId, itemId } = row;
    return OwnAppealSchema.parse({
      ...{ ...shared, lessonId, itemId },
      title: item?.stem ?? 'A quiz item that is no longer in the course',
      quote: option?.text ?? null,
    });
  }
  const { submissionId, criterionId } = row;
  const exercise = selectOptionalExercise(course, row.scenarioId ?? '');
  const title = exercise?.rubric.criteria.find(({ id }) => id === criterionId)?.title ?? criterionId;
  const quote = row.passage === null ? null : fromJson(row.passage, EvidenceSchema).quote;
  return OwnAppealSchema.parse({ ...shared, submissionId, criterionId, title, quote });
}

/** All appeals of one's own, the newest first. */
export async function selectAllOwnAppeals(actor: Actor): Promise<OwnAppeal[]> {
  const course = await getCourse();
  return (await own(actor).execute()).map((row) => toOwn(course, row));
}

async function isOwnDraft({ learnerId }: Actor, submissionId: SubmissionId): Promise<boolean> {
  const row = await database()
    .selectFrom('submissions')
    .select('id')
    .where('id', '=', submissionId)
    .where('learnerId', '=', learnerId)
    .executeTakeFirst();
  return row !== undefined;
}

/** What of a draft of one's own may be appealed against, and what came of it; null before its grade is shown. */
export async function selectOwnAppeals(actor: Actor, view: ResultView): Promise<OwnAppeals | null> {
  const { grade, submissionId, handIn } = view;
  if (!grade || !(await isOwnDraft(actor, submissionId))) return null;
  const rows = await own(actor).where('appeals.submissionId', '=', submissionId).execute();
  const course = await getCourse();
  const isOpen = (criterionId: string) => rows.some((row) => row.status === 'open' && row.criterionId === criterionId);
  return OwnAppealsSchema.parse({
    submissionId,
    appeals: rows.map((row) => toOwn(course, row)),
    criteria: grade.criteria
      .filter(({ id, level }) => level !== 'full' && !isOpen(id))
      .map(({ id, title, level }) => ({ id, title, level })),
    sentences: sentencesOf(handIn.explanation),
    mayAppeal: await hasOpenCohort(database(), actor.learnerId),
  });
}
