import 'server-only';
import { type Reply, refuse } from './reply';

/** The key that makes a retry recognisable, or the refusal that explains it. */
export function readIdempotencyKey(request: Request): string | Reply {
  const key = request.headers.get('idempotency-key') ?? '';
  if (/^[A-Za-z0-9_-]{8,128}$/.test(key)) return key;
  return refuse(
    400,
    'idempotency-key',
    'The header Idempotency-Key is missing or not usable. Send 8 to 128 letters, digits, hyphens or underscores, the same on every retry.',
  );
}
