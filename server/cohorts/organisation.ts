import 'server-only';
import { type LearnerId, LearnerIdSchema } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import { mailSettings } from '../accounts/current-settings';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { requireOwner } from '../authority';
import { database, inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { Forbidden } from '../forbidden';

const NAME = 'organisation-name';
const LOCK = 'organisation-lock';

export interface Owner {
  readonly learnerId: LearnerId;
  readonly name: string;
  readonly email: string;
  readonly since: number;
}

/** What the people who run this installation call themselves; null until they say. Shown to whoever is invited. */
export async function selectOrganisationName(): Promise<string | null> {
  const row = await database().selectFrom('settings').select('value').where('key', '=', NAME).executeTakeFirst();
  return row?.value ?? null;
}

/** First statement of every change to owners and to the list of cohorts: such changes follow one another. */
export async function lockOrganisation(tx: Tx): Promise<void> {
  await tx
    .insertInto('settings')
    .values({ key: LOCK, value: '' })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: '' }))
    .execute();
}

export async function renameOrganisation(actor: Actor, name: string): Promise<void> {
  requireOwner(actor, 'rename the organisation');
  await inTransaction(async (tx) => {
    await tx
      .insertInto('settings')
      .values({ key: NAME, value: name })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: name }))
      .execute();
    await recordAct(tx, actor, { act: 'organisation.renamed', details: { name } });
  });
}

/** Who runs the installation, the longest first. */
export async function selectOwners(actor: Actor): Promise<Owner[]> {
  requireOwner(actor, 'list the owners');
  const rows = await database()
    .selectFrom('owners')
    .innerJoin('user', 'user.id', 'owners.learnerId')
    .select(['learnerId', 'name', 'email', 'since'])
    .orderBy('since')
    .orderBy('learnerId')
    .execute();
  return rows.map((row) => ({ ...row, learnerId: LearnerIdSchema.parse(row.learnerId) }));
}

/** Makes the account with this address an owner. Made twice, it is one. */
export async function appointOwner(
  actor: Actor,
  email: string,
): Promise<Outcome<null, 'unknown-account' | 'unconfirmed'>> {
  requireOwner(actor, 'appoint an owner');
  return inTransaction(async (tx) => {
    await lockOrganisation(tx);
    await requireStillOwner(tx, actor);
    const account = await tx
      .selectFrom('user')
      .leftJoin('account', 'user.id', 'account.userId')
      .leftJoin('sso_identities', 'user.id', 'sso_identities.learnerId')
      .select(['user.id', 'emailVerified'])
      .where('email', '=', email.toLowerCase())
      .where((eb) => eb.or([eb('account.id', 'is not', null), eb('subject', 'is not', null)]))
      .executeTakeFirst();
    if (account && mailSettings() && !account.emailVerified) return { ok: false, reason: 'unconfirmed' };
    if (!account) return { ok: false, reason: 'unknown-account' };
    const added = await tx
      .insertInto('owners')
      .values({ learnerId: account.id, since: Date.now() })
      .onConflict((conflict) => conflict.column('learnerId').doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows) await recordAct(tx, actor, { act: 'owner.appointed', subjectId: account.id });
    return { ok: true, value: null };
  });
}

/** Takes the ownership from somebody, oneself included; never from the last one. */
export async function dismissOwner(actor: Actor, learnerId: LearnerId): Promise<Outcome<null, 'last-owner'>> {
  requireOwner(actor, 'dismiss an owner');
  return inTransaction(async (tx) => {
    await lockOrganisation(tx);
    await requireStillOwner(tx, actor);
    const owners = await tx.selectFrom('owners').select('learnerId').execute();
    if (!owners.some((owner) => owner.learnerId === learnerId)) return { ok: true, value: null };
    if (owners.length === 1) return { ok: false, reason: 'last-owner' };
    await tx.deleteFrom('owners').where('learnerId', '=', learnerId).execute();
    await recordAct(tx, actor, { act: 'owner.dismissed', subjectId: learnerId });
    return { ok: true, value: null };
  });
}

/** Two owners may dismiss each other in the same moment: the later one is none any more. */
async function requireStillOwner(tx: Tx, actor: Actor): Promise<void> {
  const row = await tx
    .selectFrom('owners')
    .select('learnerId')
    .where('learnerId', '=', actor.learnerId)
    .executeTakeFirst();
  if (!row) throw new Forbidden('act as an owner after the dismissal');
}

/** Whether nobody else runs the installation: such a person appoints another before they leave. */
export async function isLastOwner(tx: Tx, learnerId: string): Promise<boolean> {
  const own = await tx.selectFrom('owners').select('since').where('learnerId', '=', learnerId).executeTakeFirst();
  if (!own) return false;
  await lockOrganisation(tx);
  const owners = await tx.selectFrom('owners').select('learnerId').execute();
  return owners.length === 1 && owners[0]?.learnerId === learnerId;
}
