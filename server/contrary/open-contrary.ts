import 'server-only';
import { chooseCase } from '@/grader/contrary/choose-case';
import type { ContraryId } from '@/schemas/contrary';
import type { SubmissionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { inTransaction } from '../db/database';
import { lockLearner } from '../learners';
import { selectContraryContext } from './contrary-context';

/**
 * Opens the other side of one's own hand-in: the case that contradicts its picks most. Asking again gives the same case,
 * unless that was taken out of the course since.
 */
export async function openContrary(
  actor: Actor,
  submissionId: SubmissionId,
): Promise<Outcome<{ caseId: ContraryId }, 'unknown-submission' | 'no-other-side'>> {
  const context = await selectContraryContext(actor, submissionId);
  if (!context) return { ok: false, reason: 'unknown-submission' };
  if (context.opened) return { ok: true, value: { caseId: context.opened.id } };
  const { handIn, cases } = context;
  const chosen = chooseCase(cases, handIn.handIn.choices);
  if (!chosen) return { ok: false, reason: 'no-other-side' };
  await inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    await tx
      .insertInto('contrary_openings')
      .values({ submissionId, learnerId, scenarioId: handIn.scenarioId, caseId: chosen.id, openedAt: now })
      .onConflict((conflict) => conflict.column('submissionId').doUpdateSet({ caseId: chosen.id }))
      .execute();
  });
  return { ok: true, value: { caseId: chosen.id } };
}
