import 'server-only';
import type { SubmissionId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { database } from '../db/database';
import { toJson } from '../db/json';
import type { ReviewScope } from './review-scope';

/** Pages are read again and again while somebody works; within this time that is one look. */
const ONE_LOOK_MS = 60 * 60_000;
const ACT = 'draft.read';

/** Writes down that the actor read somebody's draft: once for each look. */
export async function recordOpening(actor: Actor, scope: ReviewScope, submissionId: SubmissionId): Promise<void> {
  const details = { submissionId };
  const known = await database()
    .selectFrom('audit_entries')
    .select('id')
    .where('act', '=', ACT)
    .where('actorId', '=', actor.learnerId)
    .where('subjectId', '=', scope.learnerId)
    .where('details', '=', toJson(details))
    .where('at', '>', Date.now() - ONE_LOOK_MS)
    .executeTakeFirst();
  if (known) return;
  await recordAct(database(), actor, { act: ACT, cohortId: scope.cohortId, subjectId: scope.learnerId, details });
}
