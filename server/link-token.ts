import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** The secret part of a link: 256 bits, shown once to whoever asked for it. */
export function newLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Only this hash is stored: whoever reads the database or a backup of it cannot use a link. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
