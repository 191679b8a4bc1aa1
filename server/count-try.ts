import 'server-only';
import { createHash } from 'node:crypto';
import { database } from './db/database';

export interface TryLimit {
  readonly tries: number;
  readonly windowMs: number;
}

/** Names stay out of the table: the key of a count is a hash. */
export function tryKey(purpose: string, subject: string): string {
  return `${purpose}:${createHash('sha256').update(subject).digest('hex')}`;
}

/**
 * Counts one try and says how many seconds to wait when there were too many, else null. Counted before the secret is
 * checked, in the database, so that parallel guesses and several processes share one count.
 */
export async function countTry(key: string, limit: TryLimit): Promise<number | null> {
  const now = Date.now();
  const cutoff = now - limit.windowMs;
  const row = await database()
    .insertInto('try_counts')
    .values({ key, count: 1, windowStartedAt: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => {
        const isOver = eb('try_counts.windowStartedAt', '<=', cutoff);
        return {
          count: eb
            .case()
            .when(isOver)
            .then(1)
            .else(eb('try_counts.count', '+', 1))
            .end(),
          windowStartedAt: eb.case().when(isOver).then(now).else(eb.ref('try_counts.windowStartedAt')).end(),
        };
      }),
    )
    .returning(['count', 'windowStartedAt'])
    .executeTakeFirstOrThrow();
  if (row.count <= limit.tries) return null;
  return Math.max(1, Math.ceil((row.windowStartedAt + limit.windowMs - now) / 1_000));
}

/** After a success the next mistake counts from one again. */
export async function forgetTries(key: string): Promise<void> {
  await database().deleteFrom('try_counts').where('key', '=', key).execute();
}

/** Counts whose window has long passed; called at start. */
export async function purgeTries(now = Date.now()): Promise<void> {
  await database()
    .deleteFrom('try_counts')
    .where('windowStartedAt', '<', now - 86_400_000)
    .execute();
}
