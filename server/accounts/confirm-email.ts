import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { countTry, tryKey } from '../count-try';
import { inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { enqueue } from '../jobs/enqueue';
import { wakeJobs } from '../jobs/wake';
import { hashOfToken, newLinkToken } from '../link-token';
import { type DeadLink, LINK_LIFE_MS, takeLink, whyDead } from '../links';
import { logError } from '../log';
import { letterOfChange } from '../mail/letters';
import { sendMail } from '../mail/send-mail';
import { newId } from '../new-id';
import { shownAddress, storedTruth } from './addresses';
import { confirmSelf } from './confirm-self';
import { mailSettings } from './current-settings';

/** Letters to an address that somebody may have mistyped are few. */
const LETTERS = { tries: 5, windowMs: 3_600_000 } as const;

type Refusal = 'guest' | 'no-mail' | 'too-many-tries';

/** One open link an account: asked for again, the one before stops working. Its secret is made when the letter goes out. */
async function plan(learnerId: LearnerId, email: string): Promise<void> {
  const now = Date.now();
  await inTransaction(async (tx) => {
    await endConfirmations(tx, learnerId, now);
    const id = newId();
    await tx
      .insertInto('one_time_links')
      .values({
        id,
        purpose: 'confirm-email',
        tokenHash: hashOfToken(newLinkToken()),
        learnerId,
        createdAt: now,
        expiresAt: now + LINK_LIFE_MS['confirm-email'],
        usedAt: null,
        email,
      })
      .execute();
    await enqueue(tx, { key: `mail-confirm:${id}`, body: { kind: 'mail-confirm', linkId: id }, runAfter: now });
  });
  wakeJobs();
}

/** The first letter, when an account is made; nothing where no mail is sent. */
export async function greetAddress(learnerId: LearnerId, email: string): Promise<void> {
  if (mailSettings()) await plan(learnerId, email.toLowerCase());
}

/** Links that confirm an address stop working. */
export async function endConfirmations(tx: Tx, learnerId: string, now: number): Promise<void> {
  await tx
    .updateTable('one_time_links')
    .set({ expiresAt: now })
    .where('purpose', '=', 'confirm-email')
    .where('learnerId', '=', learnerId)
    .where('usedAt', 'is', null)
    .execute();
}

const mayAsk = async (actor: Actor) => countTry(tryKey('confirm-email', actor.learnerId), LETTERS);

/** Sends a link to the address that the account has. `detail` of too-many-tries: seconds to wait. */
export async function askToConfirm(actor: Actor): Promise<Outcome<null, Refusal | 'confirmed', number>> {
  if (actor.isGuest || !actor.email) return { ok: false, reason: 'guest' };
  if (!mailSettings()) return { ok: false, reason: 'no-mail' };
  if (actor.isConfirmed) return { ok: false, reason: 'confirmed' };
  const wait = await mayAsk(actor);
  if (wait !== null) return { ok: false, reason: 'too-many-tries', detail: wait };
  await plan(actor.learnerId, actor.email);
  return { ok: true, value: null };
}

async function isTaken(tx: Tx, email: string, learnerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .where('id', '!=', learnerId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Asks for another address. The account keeps the one it has until the new one is confirmed by a link sent there.
 * `detail` of too-many-tries: seconds to wait.
 */
export async function changeEmail(
  actor: Actor,
  { email: given, password }: { readonly email: string; readonly password: string | null },
): Promise<Outcome<null, Refusal | 'wrong-password' | 'stale-session' | 'email-taken', number>> {
  if (actor.isGuest) return { ok: false, reason: 'guest' };
  if (!mailSettings()) return { ok: false, reason: 'no-mail' };
  const confirmed = await confirmSelf(actor, password);
  if (!confirmed.ok) return confirmed;
  const email = given.toLowerCase();
  if (await inTransaction((tx) => isTaken(tx, email, actor.learnerId))) return { ok: false, reason: 'email-taken' };
  const wait = await mayAsk(actor);
  if (wait !== null) return { ok: false, reason: 'too-many-tries', detail: wait };
  await plan(actor.learnerId, email);
  return { ok: true, value: null };
}

/** Links that were sent to the address before open nothing any more. */
async function giveAddress(tx: Tx, learnerId: string, email: string, now: number): Promise<void> {
  await tx
    .updateTable('user')
    .set({ email, emailVerified: storedTruth(true), updatedAt: new Date(now).toISOString() })
    .where('id', '=', learnerId)
    .execute();
  await tx
    .updateTable('one_time_links')
    .set({ expiresAt: now })
    .where('purpose', '=', 'reset-password')
    .where('learnerId', '=', learnerId)
    .where('usedAt', 'is', null)
    .execute();
}

/**
 * Confirms an address by the link that was sent there. Only in a session of the very account that asked: a link that
 * reaches somebody else's mailbox cannot make them confirm an account that is not theirs.
 */
export async function confirmEmail(
  actor: Actor,
  token: string,
): Promise<Outcome<null, DeadLink | 'other-account' | 'email-taken'>> {
  const now = Date.now();
  const done = await inTransaction(async (tx) => {
    const owner = await tx
      .selectFrom('one_time_links')
      .select(['learnerId', 'email'])
      .where('purpose', '=', 'confirm-email')
      .where('tokenHash', '=', hashOfToken(token))
      .executeTakeFirst();
    if (owner && owner.learnerId !== actor.learnerId) return 'other-account' as const;
    if (owner?.email && (await isTaken(tx, owner.email, actor.learnerId))) return 'email-taken' as const;
    const link = await takeLink(tx, 'confirm-email', token);
    if (!link?.email) return 'dead' as const;
    await giveAddress(tx, actor.learnerId, link.email, now);
    return 'done' as const;
  });
  if (done === 'dead') return whyDead('confirm-email', token);
  if (done !== 'done') return { ok: false, reason: done };
  tellOldAddress(actor);
  return { ok: true, value: null };
}

/** To an address that was confirmed once and is now given up; the one that was just confirmed needs no such letter. */
function tellOldAddress(actor: Actor): void {
  const before = actor.email && shownAddress(actor.email);
  if (!actor.isConfirmed || !before) return;
  sendMail({ to: before, ...letterOfChange() }).catch((error: unknown) => logError('mail-failed', error));
}
