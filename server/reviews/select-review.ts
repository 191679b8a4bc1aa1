import 'server-only';
import { getCourse } from '@/course/course';
import { selectExercise } from '@/course/select';
import { varyExercise } from '@/course/vary-exercise';
import { ALIKE_DRAFTS, likenessOf } from '@/grader/similarity/sketch';
import { type CohortId, CriterionIdSchema, type SubmissionId } from '@/schemas/ids';
import { type AlikeDraft, type ReviewView, ReviewViewSchema } from '@/schemas/review-desk';
import { LevelSchema } from '@/schemas/rubric';
import { HandInSchema } from '@/schemas/scenario';
import type { Actor } from '../actor';
import { mayIn } from '../authority';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { readGradeHistory } from '../grades/grade-history';
import { selectOpinion } from '../judge/select-opinion';
import { type StoredHandIn, selectGraded } from '../submissions';
import { findAlikeTexts, givenOf, readAlikeTexts, readSketch } from './alike-texts';
import { readLargePaste } from './large-paste';
import { readPlace } from './next-in-queue';
import { recordOpening } from './record-opening';
import { readNotes } from './review-notes';
import { findInCohort } from './review-scope';
import { mayUndo, readDecision } from './undo-review';
import type { WaitingDraft } from './waiting-drafts';

const MOST_ALIKE = 8;
const MOST_REPLIES = 60;
const MOST_COMPARED = 500;

/** One's own earlier replies to the criteria of an exercise, latest first, each wording once. */
async function readReplies(actor: Actor, criterionIds: readonly string[]) {
  const rows = await database()
    .selectFrom('reviews')
    .select(['criterionId', 'level', 'reason'])
    .where('reviewerId', '=', actor.learnerId)
    .where('decision', '=', 'override')
    .where('viaId', 'is', null)
    .where('criterionId', 'in', criterionIds)
    .orderBy('at', 'desc')
    .limit(MOST_REPLIES)
    .execute();
  const seen = new Set<string>();
  return rows.flatMap(({ criterionId, level, reason }) => {
    const key = `${criterionId} ${reason}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      { criterionId: CriterionIdSchema.parse(criterionId), level: LevelSchema.parse(level), reason: reason ?? '' },
    ];
  });
}

/** Other waiting drafts of the exercise, by others, whose text shares much with this one: the same reply may fit. */
async function readAlikeDrafts(
  own: StoredHandIn,
  waiting: readonly WaitingDraft[],
  isHeld: (id: string) => boolean,
): Promise<AlikeDraft[]> {
  const ids = waiting
    .filter(({ submissionId, scenarioId }) => scenarioId === own.scenarioId && !isHeld(submissionId))
    .map(({ submissionId }) => submissionId)
    .slice(0, MOST_COMPARED);
  const rows = await database()
    .selectFrom('review_entries')
    .innerJoin('submissions', 'submissions.id', 'review_entries.submissionId')
    .innerJoin('grades', 'grades.submissionId', 'review_entries.submissionId')
    .select(['review_entries.submissionId', 'sketch', 'handIn', 'overall'])
    .select((eb) =>
      eb
        .selectFrom('grade_events')
        .select((event) => event.fn.max('number').as('number'))
        .whereRef('grade_events.submissionId', '=', 'review_entries.submissionId')
        .as('event'),
    )
    .where('review_entries.submissionId', 'in', [own.submissionId, ...ids])
    .where('sketch', 'is not', null)
    .execute();
  const mine = rows.find(({ submissionId }) => submissionId === own.submissionId);
  if (!mine) return [];
  return rows
    .filter((row) => row !== mine)
    .map(({ submissionId, sketch, handIn, overall, event }) => ({
      submissionId,
      basedOn: Number(event ?? 0),
      share: likenessOf(readSketch(mine.sketch ?? '[]'), readSketch(sketch ?? '[]')),
      overall,
      explanation: fromJson(handIn, HandInSchema).explanation,
    }))
    .filter(({ share }) => share >= ALIKE_DRAFTS)
    .sort((one, other) => other.share - one.share)
    .slice(0, MOST_ALIKE) as AlikeDraft[];
}

/**
 * One draft as somebody who reviews sees it: text, rubric, levels and evidence, and nothing about whose it is. Null
 * outside the cohort, for one's own drafts, and while it waits for its grade.
 */
export async function selectReview(
  actor: Actor,
  cohortId: CohortId,
  submissionId: SubmissionId,
): Promise<ReviewView | null> {
  const scope = await findInCohort(actor, cohortId, submissionId, 'review a draft');
  const stored = scope && (await selectGraded(submissionId, async (ownerId) => ownerId === scope.learnerId));
  if (!scope || !stored?.grade) return null;
  await recordOpening(actor, scope, submissionId);
  await findAlikeTexts(actor, cohortId);
  const exercise = varyExercise(selectExercise(await getCourse(), stored.scenarioId), stored.variant);
  const { criteria } = stored.rubric ?? exercise.rubric;
  const history = await readGradeHistory(database(), submissionId);
  const place = await readPlace(actor, cohortId, submissionId);
  const decided = await readDecision(database(), submissionId);
  const cohort = await database().selectFrom('cohorts').select('name').where('id', '=', cohortId).executeTakeFirst();
  const text = stored.handIn.explanation;
  return ReviewViewSchema.parse({
    submissionId,
    cohortId,
    cohortName: cohort?.name ?? '',
    mayReveal: mayIn(actor, cohortId, 'manage'),
    scenarioId: stored.scenarioId,
    scenarioTitle: exercise.scenario.title,
    brief: exercise.scenario.brief,
    number: stored.number,
    submittedAt: stored.submittedAt,
    pressedAt: stored.pressedAt,
    handIn: stored.handIn,
    components: exercise.scenario.components,
    criteria,
    grade: stored.grade,
    machineOverall: history[0]?.grade.overall ?? stored.grade.overall,
    basedOn: history.at(-1)?.number ?? 0,
    opinion: (await selectOpinion(submissionId))?.view ?? null,
    reasons: place.reasons,
    notes: await readNotes(submissionId),
    alikeTexts: await readAlikeTexts(submissionId, text, await givenOf(stored.scenarioId)),
    largePaste: await readLargePaste(submissionId, text),
    alikeDrafts: await readAlikeDrafts(stored, place.waiting, place.isHeld),
    replies: await readReplies(
      actor,
      criteria.map(({ id }) => id),
    ),
    decided: decided && {
      at: decided.at,
      isOwn: decided.reviewerId === actor.learnerId,
      mayUndo: mayUndo(actor, cohortId, decided.reviewerId),
    },
    nextId: place.nextId,
    waiting: place.waiting.length,
  });
}
