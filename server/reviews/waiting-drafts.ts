import 'server-only';
import type { QueueReason } from '@/schemas/review-desk';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { DRAWS } from './draws';
import { ensureEntries } from './ensure-entries';
import { othersIn } from './review-scope';

/** A draft that waits, with all reasons why; `learnerId` is for the server alone. */
export interface WaitingDraft {
  readonly submissionId: string;
  readonly scenarioId: string;
  readonly draw: number;
  readonly reasons: readonly QueueReason[];
}

/** Drafts of the cohort whose learners appealed and wait for a ruling. */
async function readAppealed(actor: Actor, cohortId: string): Promise<ReadonlySet<string>> {
  const rows = await database()
    .selectFrom('appeals')
    .select('submissionId')
    .where('status', '=', 'open')
    .where('appeals.learnerId', 'in', othersIn(database(), cohortId, actor))
    .execute();
  return new Set(rows.flatMap(({ submissionId }) => submissionId ?? []));
}

/** How much of a cohort is drawn to check the grader, in per cent. */
export async function readSamplePercent(cohortId: string): Promise<number> {
  const row = await database()
    .selectFrom('review_samples')
    .select('percent')
    .where('cohortId', '=', cohortId)
    .executeTakeFirst();
  return row?.percent ?? 0;
}

/**
 * Everything in a cohort that waits for a person: appeals first, then in an order that is random and always the same, so
 * that nobody is always last. A draft on which somebody decided leaves, unless the grader or its learner asks anew. The
 * caller has checked that the actor may review there.
 */
export async function readWaiting(actor: Actor, cohortId: string): Promise<WaitingDraft[]> {
  await ensureEntries(actor, cohortId);
  const [percent, appealed] = [await readSamplePercent(cohortId), await readAppealed(actor, cohortId)];
  const isDrawnBelow = (percent / 100) * DRAWS;
  const alike = database().selectFrom('alike_texts').select('submissionId').where('dismissedAt', 'is', null);
  const rows = await database()
    .selectFrom('review_entries')
    .innerJoin('submissions', 'submissions.id', 'review_entries.submissionId')
    .innerJoin('grades', 'grades.submissionId', 'review_entries.submissionId')
    .leftJoin('opinions', 'opinions.submissionId', 'review_entries.submissionId')
    .select(['review_entries.submissionId', 'scenarioId', 'draw', 'standing'])
    .select(['grades.needsReview', 'opinions.needsReview as isDoubted'])
    .select((eb) => eb.case().when('review_entries.submissionId', 'in', alike).then(1).else(0).end().as('isAlike'))
    .where('submissions.learnerId', 'in', othersIn(database(), cohortId, actor))
    .where((eb) =>
      eb.or([
        eb('grades.needsReview', '=', 1),
        eb('standing', '=', 'returned'),
        ...(appealed.size > 0 ? [eb('review_entries.submissionId', 'in', [...appealed])] : []),
        eb.and([
          eb('standing', 'is', null),
          eb.or([
            eb('opinions.needsReview', '=', 1),
            eb('draw', '<', isDrawnBelow),
            eb('review_entries.submissionId', 'in', alike),
          ]),
        ]),
      ]),
    )
    .orderBy('draw')
    .orderBy('review_entries.submissionId')
    .execute();
  const waiting = rows.map(({ submissionId, scenarioId, draw, standing, ...row }): WaitingDraft => {
    const isOpen = standing !== 'decided';
    const held: Readonly<Record<QueueReason, boolean>> = {
      appealed: appealed.has(submissionId),
      returned: standing === 'returned',
      unsure: row.needsReview === 1,
      opinion: isOpen && row.isDoubted === 1,
      alike: isOpen && row.isAlike === 1,
      sampled: isOpen && draw < isDrawnBelow,
    };
    const reasons = (Object.keys(held) as QueueReason[]).filter((reason) => held[reason]);
    return { submissionId, scenarioId, draw, reasons };
  });
  const isAppealed = ({ reasons }: WaitingDraft) => Number(reasons.includes('appealed'));
  return waiting.toSorted((one, other) => isAppealed(other) - isAppealed(one));
}

/** What comes after a draft in the queue and is not held by somebody else: round from the end to the start. */
export function nextAfter(
  waiting: readonly WaitingDraft[],
  submissionId: string,
  draw: number,
  isHeld: (id: string) => boolean,
): string | null {
  const others = waiting.filter((draft) => draft.submissionId !== submissionId && !isHeld(draft.submissionId));
  const isFirst = ({ reasons }: WaitingDraft) => reasons.includes('appealed');
  const later = others.find((draft) => !isFirst(draft) && draft.draw >= draw);
  return (others.find(isFirst) ?? later ?? others[0])?.submissionId ?? null;
}
