import 'server-only';
import { chooseCase } from '@/grader/contrary/choose-case';
import type { ContraryCase } from '@/schemas/contrary';
import type { SubmissionId } from '@/schemas/ids';
import {
  type ContraryEntry,
  ContraryEntrySchema,
  type ContraryPage,
  ContraryPageSchema,
  type LearnerRebuttal,
  LearnerRebuttalSchema,
} from '@/schemas/rebuttal';
import type { Actor } from '../actor';
import { isExerciseOpen, selectContraryContext, textHashOf } from './contrary-context';
import { type StoredRebuttal, selectRebuttal, summariseRebuttals } from './rebuttals';

/** What stands under one's own result about the other side, without a word of it; null where there is none to ask for. */
export async function selectContraryEntry(actor: Actor, submissionId: SubmissionId): Promise<ContraryEntry | null> {
  const context = await selectContraryContext(actor, submissionId);
  if (!context) return null;
  const { opened, cases, handIn } = context;
  if (!opened) return chooseCase(cases, handIn.handIn.choices) && ContraryEntrySchema.parse({ status: 'ready' });
  const own = (await summariseRebuttals(submissionId)).filter(({ caseId }) => caseId === opened.id);
  if (own.length === 0) return ContraryEntrySchema.parse({ status: 'opened' });
  const best = Math.max(...own.map(({ overall }) => overall));
  return ContraryEntrySchema.parse({ status: 'answered', best, replies: own.length });
}

/** A reply as its learner may see it, picked field by field. `holdsIf` waits until the exercise is open. */
function toLearnerRebuttal(stored: StoredRebuttal, one: ContraryCase, isOpen: boolean): LearnerRebuttal {
  const { number, submittedAt, reply, grade, caseHash } = stored;
  const { standing, aspects, overall, needsReview, answered } = grade;
  return LearnerRebuttalSchema.parse({
    number,
    submittedAt,
    reply,
    grade: { standing, aspects, overall, needsReview },
    answeredPoint: one.strong_points.find(({ id }) => id === answered)?.point ?? null,
    isOlderText: caseHash !== textHashOf(one),
    holdsIf: isOpen ? one.holds_if : null,
  });
}

/** Which reply a page shows: a numbered one, the latest, or none because another is wanted. */
export type WantedReply = number | 'latest' | 'again';

/** The page of the other side of one's own hand-in; null where it was not opened or may not be read. */
export async function selectContraryPage(
  actor: Actor,
  submissionId: SubmissionId,
  wanted: WantedReply,
): Promise<ContraryPage | null> {
  const context = await selectContraryContext(actor, submissionId);
  if (!context?.opened) return null;
  const { opened, handIn, exercise } = context;
  const own = (await summariseRebuttals(submissionId)).filter(({ caseId }) => caseId === opened.id);
  const number = wanted === 'latest' ? own.at(-1)?.number : wanted;
  const isOwn = own.some((reply) => reply.number === number);
  const stored = isOwn && typeof number === 'number' ? await selectRebuttal(submissionId, number) : null;
  const isOpen = stored !== null && (await isExerciseOpen(actor, handIn));
  return ContraryPageSchema.parse({
    submissionId,
    scenarioId: handIn.scenarioId,
    scenarioTitle: exercise.scenario.title,
    draftNumber: handIn.number,
    caseId: opened.id,
    caseHash: textHashOf(opened),
    side: opened.side,
    text: opened.case,
    replies: own.map((reply) => ({ number: reply.number, submittedAt: reply.submittedAt, overall: reply.overall })),
    rebuttal: stored && toLearnerRebuttal(stored, opened, isOpen),
  });
}
