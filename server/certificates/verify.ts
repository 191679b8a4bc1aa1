import 'server-only';
import {
  CertificateBodySchema,
  CertificateTokenSchema,
  type PublicCertificate,
  PublicCertificateSchema,
} from '@/schemas/certificate';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { env } from '../env';
import { addressOf, takeToken } from '../http/rate-limit';
import { PUBLIC_RATES } from '../http/rates';

/** What a link says to whoever has it. An unknown one may be mistyped, or its certificate deleted with the account. */
export type Verification = PublicCertificate | { readonly status: 'unknown' } | { readonly status: 'busy' };

/** Reads a certificate by its link, without a session: picked field by field, and limited per address. */
export async function verifyCertificate(token: string, headers: Headers): Promise<Verification> {
  if (takeToken(PUBLIC_RATES.verify, addressOf(headers, env().trustedProxies)) !== null) return { status: 'busy' };
  const known = CertificateTokenSchema.safeParse(token);
  if (!known.success) return { status: 'unknown' };
  const row = await database()
    .selectFrom('certificates')
    .select(['name', 'issuedAt', 'revokedAt', 'body'])
    .where('token', '=', known.data)
    .executeTakeFirst();
  if (!row) return { status: 'unknown' };
  const { name, issuedAt, revokedAt } = row;
  return PublicCertificateSchema.parse(
    revokedAt === null
      ? { status: 'valid', name, issuedAt, body: fromJson(row.body, CertificateBodySchema) }
      : { status: 'revoked', revokedAt },
  );
}
