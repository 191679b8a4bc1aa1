import 'server-only';
import type { GrantExtensionBody } from '@/schemas/assignment';
import type { AssignmentId, CohortId, LearnerId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { requireIn } from '../authority';
import { inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { holdLearner } from '../learners';
import { notify } from '../notices';
import { readAssignment } from './desk';
import { planReminders } from './plan-jobs';

async function isLearnerOf(tx: Tx, cohortId: CohortId, learnerId: LearnerId): Promise<boolean> {
  const row = await tx
    .selectFrom('enrolments')
    .select('learnerId')
    .where('learnerId', '=', learnerId)
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'learner')
    .where('status', '=', 'active')
    .executeTakeFirst();
  return row !== undefined;
}

type Refusal = 'unknown-assignment' | 'unknown-learner' | 'not-later';

/** Gives one person of the cohort more time, with a reason; granting again replaces the date. They are told. */
export async function grantExtension(
  actor: Actor,
  cohortId: CohortId,
  id: AssignmentId,
  learnerId: LearnerId,
  { dueAt, reason }: GrantExtensionBody,
): Promise<Outcome<null, Refusal>> {
  requireIn(actor, cohortId, 'manage', 'grant an extension');
  return inTransaction(async (tx) => {
    const assignment = await readAssignment(tx, cohortId, id);
    if (!assignment) return { ok: false, reason: 'unknown-assignment' };
    if (!(await isLearnerOf(tx, cohortId, learnerId))) return { ok: false, reason: 'unknown-learner' };
    if (dueAt <= assignment.dueAt) return { ok: false, reason: 'not-later' };
    const to = await holdLearner(tx, learnerId);
    const now = Date.now();
    await tx
      .insertInto('assignment_extensions')
      .values({ assignmentId: id, learnerId: to, dueAt, reason, grantedAt: now })
      .onConflict((conflict) =>
        conflict.columns(['assignmentId', 'learnerId']).doUpdateSet({ dueAt, reason, grantedAt: now }),
      )
      .execute();
    await recordAct(tx, actor, {
      act: 'extension.granted',
      cohortId,
      subjectId: to,
      details: { assignmentId: id, dueAt },
    });
    await notify(tx, to, `extension:${id}:${dueAt}`, {
      kind: 'assignment',
      title: `You have more time for ${assignment.title}`,
      text: `Reason given: ${reason}`,
      href: '/assignments',
    });
    await planReminders(tx, assignment, dueAt, now);
    return { ok: true, value: null };
  });
}

/** Takes an extension back; the date of the cohort counts again. Taking back what is not there changes nothing. */
export async function takeBackExtension(
  actor: Actor,
  cohortId: CohortId,
  id: AssignmentId,
  learnerId: LearnerId,
): Promise<Outcome<null, Exclude<Refusal, 'not-later'>>> {
  requireIn(actor, cohortId, 'manage', 'take an extension back');
  return inTransaction(async (tx) => {
    const assignment = await readAssignment(tx, cohortId, id);
    if (!assignment) return { ok: false, reason: 'unknown-assignment' };
    if (!(await isLearnerOf(tx, cohortId, learnerId))) return { ok: false, reason: 'unknown-learner' };
    const gone = await tx
      .deleteFrom('assignment_extensions')
      .where('assignmentId', '=', id)
      .where('learnerId', '=', learnerId)
      .returning('dueAt')
      .executeTakeFirst();
    if (!gone) return { ok: true, value: null };
    const details = { assignmentId: id, dueAt: gone.dueAt };
    await recordAct(tx, actor, { act: 'extension.taken-back', cohortId, subjectId: learnerId, details });
    await notify(tx, learnerId, `extension:${id}:taken-back`, {
      kind: 'assignment',
      title: `The date for ${assignment.title} is that of the cohort again`,
      text: 'An instructor took your extension back. Your assignments say when it is due.',
      href: '/assignments',
    });
    return { ok: true, value: null };
  });
}
