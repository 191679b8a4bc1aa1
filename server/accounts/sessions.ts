import 'server-only';
import type { OwnSession } from '@/schemas/account';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { toInstant } from './addresses';
import { deviceOf } from './device-of';

/** Where the actor is signed in, this browser first, then the latest. */
export async function selectSessions(actor: Actor): Promise<OwnSession[]> {
  const rows = await database()
    .selectFrom('session')
    .select(['id', 'userAgent', 'createdAt', 'updatedAt', 'expiresAt'])
    .where('userId', '=', actor.learnerId)
    .execute();
  const now = Date.now();
  return rows
    .filter(({ expiresAt }) => toInstant(expiresAt) > now)
    .map(({ id, userAgent, createdAt, updatedAt }) => ({
      id,
      device: deviceOf(userAgent),
      startedAt: toInstant(createdAt),
      seenAt: toInstant(updatedAt),
      isThis: id === actor.sessionId,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.seenAt - a.seenAt);
}

/** Ends one of the actor's sessions; false where it is not theirs or over already. */
export async function endSession(actor: Actor, id: string): Promise<boolean> {
  const ended = await database()
    .deleteFrom('session')
    .where('id', '=', id)
    .where('userId', '=', actor.learnerId)
    .executeTakeFirst();
  return ended.numDeletedRows > 0n;
}

/** Ends all of the actor's sessions but the one that asks. Answers how many. */
export async function endOtherSessions(actor: Actor): Promise<number> {
  const ended = await database()
    .deleteFrom('session')
    .where('userId', '=', actor.learnerId)
    .where('id', '!=', actor.sessionId)
    .executeTakeFirst();
  return Number(ended.numDeletedRows);
}
