import 'server-only';
import { type LearnerId, LearnerIdSchema } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import { placeholderFor, storedTruth } from '../accounts/addresses';
import { hasPassword } from '../accounts/confirm-self';
import { ssoSettings } from '../accounts/current-settings';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import type { Db, Tx } from '../db/open-database';
import { ensureLearner } from '../learners';
import { newId } from '../new-id';

/** Who somebody is at a provider: the pair never changes hands, an address may. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** What the provider says beside that. None of it decides whose account is opened. */
export interface Profile {
  readonly name: string;
  readonly email: string | null;
  readonly isConfirmed: boolean;
}

/** Whose identity this is, or null. */
export async function findByIdentity(db: Db | Tx, { issuer, subject }: Identity): Promise<LearnerId | null> {
  const row = await db
    .selectFrom('sso_identities')
    .select('learnerId')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row ? LearnerIdSchema.parse(row.learnerId) : null;
}

/** Whether an account has this address, confirmed or not. */
export async function isAddressTaken(email: string): Promise<boolean> {
  const row = await database().selectFrom('user').select('id').where('email', '=', email).executeTakeFirst();
  return row !== undefined;
}

/** Connects an identity with a learner, if it is nobody's yet; says whose it is then. */
async function connect(tx: Tx, identity: Identity, learnerId: LearnerId, now: number): Promise<LearnerId> {
  await tx
    .insertInto('sso_identities')
    .values({ ...identity, learnerId, linkedAt: now })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .execute();
  return (await findByIdentity(tx, identity)) ?? learnerId;
}

/** Of two tabs that come back at once, the second finds the account that the first has made. */
class AlreadyThere extends Error {}

/** Makes the account of somebody who comes for the first time. Without an address where it belongs to another account. */
export async function createBySso(identity: Identity, { name, email, isConfirmed }: Profile): Promise<LearnerId> {
  const id = LearnerIdSchema.parse(newId());
  const now = Date.now();
  const at = new Date(now).toISOString();
  try {
    await inTransaction(async (tx) => {
      await tx
        .insertInto('user')
        .values({
          id,
          name,
          email: email ?? placeholderFor(id),
          emailVerified: storedTruth(email !== null && isConfirmed),
          image: null,
          createdAt: at,
          updatedAt: at,
          isAnonymous: storedTruth(false),
        })
        .execute();
      await ensureLearner(tx, id, now);
      if ((await connect(tx, identity, id, now)) !== id) throw new AlreadyThere();
    });
    return id;
  } catch (error) {
    const owner = error instanceof AlreadyThere ? await findByIdentity(database(), identity) : null;
    if (owner) return owner;
    throw error;
  }
}

/** Connects an identity with the actor's account, which asked for it. One that is somebody else's stays theirs. */
export async function linkIdentity(actor: Actor, identity: Identity): Promise<Outcome<null, 'identity-taken'>> {
  const owner = await inTransaction((tx) => connect(tx, identity, actor.learnerId, Date.now()));
  return owner === actor.learnerId ? { ok: true, value: null } : { ok: false, reason: 'identity-taken' };
}

/** Takes the connection back. Not where it is the only way in. */
export async function unlinkIdentity(actor: Actor): Promise<Outcome<null, 'last-way'>> {
  if (ssoSettings()?.isOnly || !(await hasPassword(actor.learnerId))) return { ok: false, reason: 'last-way' };
  await database().deleteFrom('sso_identities').where('learnerId', '=', actor.learnerId).execute();
  return { ok: true, value: null };
}
