import 'server-only';
import { randomBytes } from 'node:crypto';
import {
  CertificateBodySchema,
  type CertificateToken,
  CertificateTokenSchema,
  type OwnCertificate,
  OwnCertificateSchema,
} from '@/schemas/certificate';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import { fromJson, toJson } from '../db/json';
import { lockLearner } from '../learners';
import { newId } from '../new-id';
import { collectBody } from './collect-body';
import { computeStanding } from './standing';

const newToken = (): CertificateToken => CertificateTokenSchema.parse(randomBytes(16).toString('hex'));

/**
 * Issues a certificate with the name as typed, at most one at a time: asked again with the same name, it answers with
 * the one there is, so a retry makes no second. To change the name, revoke it and issue another.
 */
export async function issueCertificate(
  actor: Actor,
  name: string,
): Promise<Outcome<{ token: CertificateToken }, 'not-earned' | 'already-issued'>> {
  const found = await computeStanding(actor);
  if (!found.standing.isEarned) return { ok: false, reason: 'not-earned' };
  const body = await collectBody(actor, found);
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const valid = await tx
      .selectFrom('certificates')
      .select(['token', 'name'])
      .where('learnerId', '=', learnerId)
      .where('revokedAt', 'is', null)
      .execute();
    const same = valid.find((certificate) => certificate.name === name);
    if (same) return { ok: true, value: { token: CertificateTokenSchema.parse(same.token) } };
    if (valid.length > 0) return { ok: false, reason: 'already-issued' };
    const token = newToken();
    await tx
      .insertInto('certificates')
      .values({ id: newId(), learnerId, token, name, body: toJson(body), issuedAt: now, revokedAt: null })
      .execute();
    return { ok: true, value: { token } };
  });
}

/** Takes one's own certificate back for good; its link says so from now on. Asked again, it answers as the first time. */
export async function revokeCertificate(
  actor: Actor,
  token: CertificateToken,
): Promise<Outcome<{ revokedAt: number }, 'unknown-certificate'>> {
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const own = await tx
      .selectFrom('certificates')
      .select(['id', 'revokedAt'])
      .where('token', '=', token)
      .where('learnerId', '=', learnerId)
      .executeTakeFirst();
    if (!own) return { ok: false, reason: 'unknown-certificate' };
    if (own.revokedAt !== null) return { ok: true, value: { revokedAt: own.revokedAt } };
    await tx.updateTable('certificates').set({ revokedAt: now }).where('id', '=', own.id).execute();
    return { ok: true, value: { revokedAt: now } };
  });
}

/** One's own certificates, the latest first, revoked ones among them. */
export async function selectOwnCertificates(actor: Actor): Promise<OwnCertificate[]> {
  const rows = await database()
    .selectFrom('certificates')
    .select(['token', 'name', 'issuedAt', 'revokedAt', 'body'])
    .where('learnerId', '=', actor.learnerId)
    .orderBy('issuedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ body, ...row }) =>
    OwnCertificateSchema.parse({ ...row, body: fromJson(body, CertificateBodySchema) }),
  );
}
