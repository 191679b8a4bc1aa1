import 'server-only';
import { z } from 'zod';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { alikePassages } from '@/grader/similarity/passages';
import { ALIKE_TEXTS, likenessOf, type Sketch, sketchText } from '@/grader/similarity/sketch';
import type { CohortId, SubmissionId } from '@/schemas/ids';
import type { AlikeText } from '@/schemas/review-desk';
import { AlikeTextSchema } from '@/schemas/review-desk';
import { HandInSchema } from '@/schemas/scenario';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { database, inTransaction } from '../db/database';
import { fromJson, toJson } from '../db/json';
import { letOthers } from '../let-others';
import { ensureEntries } from './ensure-entries';
import { findInCohort, othersIn } from './review-scope';

/** Texts read at one visit, about a millisecond each; what is left is read at the next. */
const READ_AT_ONCE = 100;
/** Earlier texts of an exercise that a new one is compared with, newest first. */
const COMPARED_WITH = 2_000;

const SketchSchema = z.array(z.number());
export const readSketch = (text: string): Sketch => fromJson(text, SketchSchema);

/** What the brief says is everybody's, and so is in no sketch. */
export async function givenOf(scenarioId: string): Promise<string> {
  const scenario = selectOptionalExercise(await getCourse(), scenarioId)?.scenario;
  return scenario ? [scenario.brief, ...Object.values(scenario.given)].join('\n') : '';
}

interface ReadText {
  readonly id: string;
  readonly learnerId: string;
  readonly submittedAt: number;
  readonly sketch: Sketch;
}

async function readSketches(cohortId: string, scenarioId: string): Promise<ReadText[]> {
  const rows = await database()
    .selectFrom('submissions')
    .innerJoin('review_entries', 'review_entries.submissionId', 'submissions.id')
    .innerJoin('enrolments', 'enrolments.learnerId', 'submissions.learnerId')
    .select(['submissions.id', 'submissions.learnerId', 'submittedAt', 'sketch'])
    .where('scenarioId', '=', scenarioId)
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'learner')
    .where('sketch', 'is not', null)
    .orderBy('submittedAt', 'desc')
    .limit(COMPARED_WITH)
    .execute();
  return rows.map(({ sketch, ...row }) => ({ ...row, sketch: readSketch(sketch ?? '[]') }));
}

/** Later drafts of a text that a person has been shown say nothing new. */
async function isNoted(learnerId: string, scenarioId: string): Promise<boolean> {
  const row = await database()
    .selectFrom('alike_texts')
    .innerJoin('submissions', 'submissions.id', 'alike_texts.submissionId')
    .select('alike_texts.submissionId')
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes the text of somebody else, handed in no later, that this one is most like. */
async function noteLikeness(scenarioId: string, text: ReadText, others: readonly ReadText[]): Promise<void> {
  const likes = others
    .filter(({ learnerId, submittedAt }) => learnerId !== text.learnerId && submittedAt <= text.submittedAt)
    .map(({ id, sketch }) => ({ otherId: id, share: likenessOf(text.sketch, sketch) }))
    .filter(({ share }) => share >= ALIKE_TEXTS)
    .sort((one, other) => other.share - one.share);
  const [best] = likes;
  if (!best || (await isNoted(text.learnerId, scenarioId))) return;
  await database()
    .insertInto('alike_texts')
    .values({ submissionId: text.id, ...best, foundAt: Date.now(), dismissedAt: null, dismissedById: null })
    .onConflict((conflict) => conflict.columns(['submissionId', 'otherId']).doNothing())
    .execute();
}

/**
 * Reads the texts of a cohort that no desk has read yet, oldest first, and notes for each the earlier text of another
 * person in the same exercise that it is most like, if it is much like one. It accuses nobody: a person looks at both.
 */
export async function findAlikeTexts(actor: Actor, cohortId: CohortId): Promise<void> {
  await ensureEntries(actor, cohortId);
  const unread = await database()
    .selectFrom('review_entries')
    .innerJoin('submissions', 'submissions.id', 'review_entries.submissionId')
    .select(['submissions.id', 'learnerId', 'scenarioId', 'submittedAt', 'handIn'])
    .where('sketch', 'is', null)
    .where('learnerId', 'in', othersIn(database(), cohortId, actor))
    .orderBy('submittedAt')
    .limit(READ_AT_ONCE)
    .execute();
  const known = new Map<string, ReadText[]>();
  for (const { handIn, scenarioId, ...row } of unread) {
    const others = known.get(scenarioId) ?? (await readSketches(cohortId, scenarioId));
    const text = { ...row, sketch: sketchText(fromJson(handIn, HandInSchema).explanation, await givenOf(scenarioId)) };
    await noteLikeness(scenarioId, text, others);
    known.set(scenarioId, [...others, text]);
    await database()
      .updateTable('review_entries')
      .set({ sketch: toJson(text.sketch) })
      .where('submissionId', '=', row.id)
      .execute();
    // Other requests go in between.
    await letOthers();
  }
}

/** The texts that a draft is much like, with the stretches that both have; the caller has checked who reads. */
export async function readAlikeTexts(submissionId: SubmissionId, text: string, given: string): Promise<AlikeText[]> {
  const rows = await database()
    .selectFrom('alike_texts')
    .innerJoin('submissions', 'submissions.id', 'alike_texts.otherId')
    .select(['otherId', 'share', 'handIn'])
    .where('submissionId', '=', submissionId)
    .where('dismissedAt', 'is', null)
    .execute();
  return rows.map(({ otherId, share, handIn }) => {
    const passages = alikePassages(text, fromJson(handIn, HandInSchema).explanation, given);
    return AlikeTextSchema.parse({ otherId, share, passages });
  });
}

/** A person looked at both texts and found nothing to ask about. False where there is no such pair. */
export async function dismissAlikeText(
  actor: Actor,
  cohortId: CohortId,
  submissionId: SubmissionId,
  otherId: SubmissionId,
): Promise<boolean> {
  const scope = await findInCohort(actor, cohortId, submissionId, 'set aside that two texts are alike');
  if (!scope) return false;
  return inTransaction(async (tx) => {
    const row = await tx
      .updateTable('alike_texts')
      .set({ dismissedAt: Date.now(), dismissedById: actor.learnerId })
      .where('submissionId', '=', submissionId)
      .where('otherId', '=', otherId)
      .returning('submissionId')
      .executeTakeFirst();
    if (!row) return false;
    await recordAct(tx, actor, {
      act: 'alike-text.dismissed',
      cohortId,
      subjectId: scope.learnerId,
      details: { submissionId },
    });
    return true;
  });
}
