import 'server-only';
import type { Outcome } from '@/schemas/outcome';
import { confirmSelf } from './accounts/confirm-self';
import { signInKey } from './accounts/people';
import type { Actor } from './actor';
import { isLastOwner } from './cohorts/organisation';
import { forgetTries } from './count-try';
import { clearLog } from './db/clear-log';
import { inTransaction } from './db/database';
import type { Tx } from './db/open-database';
import { deleteLearners } from './delete-learners';
import { lockLearner } from './learners';

/** The guests whose work moved to a person, and theirs in turn: their rows still point there. */
async function withPredecessors(tx: Tx, id: string): Promise<string[]> {
  const ids = [id];
  for (const known of ids) {
    const rows = await tx.selectFrom('learners').select('id').where('mergedInto', '=', known).execute();
    ids.push(...rows.map((row) => row.id));
  }
  return ids;
}

/**
 * Deletes the actor with everything that hangs on them, in one transaction. An account gives its password once more
 * (server/accounts/confirm-self.ts); a guest has none, and their browser is all there is to know them by. `detail` of too-many-tries: seconds to wait.
 */
export async function deleteOwnAccount(
  actor: Actor,
  password: string | null,
): Promise<Outcome<null, 'wrong-password' | 'too-many-tries' | 'stale-session' | 'last-owner', number>> {
  if (!actor.isGuest) {
    const checked = await confirmSelf(actor, password);
    if (!checked.ok) return checked;
  }
  const isGone = await inTransaction(async (tx) => {
    const id = await lockLearner(tx, actor.learnerId, Date.now());
    if (await isLastOwner(tx, id)) return false;
    // A guest whose work has just become an account's does not delete the account.
    if (id === actor.learnerId) await deleteLearners(tx, await withPredecessors(tx, id));
    return true;
  });
  if (!isGone) return { ok: false, reason: 'last-owner' };
  if (actor.email) await forgetTries(signInKey(actor.email));
  await clearLog();
  return { ok: true, value: null };
}
