import 'server-only';
import { LearnerIdSchema } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import { countTry, tryKey } from '../count-try';
import { database } from '../db/database';
import { enqueue } from '../jobs/enqueue';
import { wakeJobs } from '../jobs/wake';
import { newId } from '../new-id';
import { mailSettings, ssoSettings } from './current-settings';

/** Letters an hour to one address, whoever asks. */
const LETTERS = { tries: 3, windowMs: 3_600_000 } as const;

/**
 * Asks for a letter with a link to a new password. What is done and answered is the same whether or not the address has an
 * account: one count, one look, one job; the letter itself is written afterwards. `detail`: seconds to wait.
 */
export async function askForReset(
  email: string,
): Promise<Outcome<null, 'no-mail' | 'sso-only' | 'too-many-tries', number>> {
  if (ssoSettings()?.isOnly) return { ok: false, reason: 'sso-only' };
  if (!mailSettings()) return { ok: false, reason: 'no-mail' };
  const address = email.toLowerCase();
  const wait = await countTry(tryKey('forgotten', address), LETTERS);
  if (wait !== null) return { ok: false, reason: 'too-many-tries', detail: wait };
  const user = await database()
    .selectFrom('user')
    .select(['id', 'isAnonymous'])
    .where('email', '=', address)
    .executeTakeFirst();
  const learnerId = user && !user.isAnonymous ? LearnerIdSchema.parse(user.id) : null;
  await enqueue(database(), {
    key: `mail-reset:${newId()}`,
    body: { kind: 'mail-reset', learnerId },
    runAfter: Date.now(),
  });
  wakeJobs();
  return { ok: true, value: null };
}
