import { env } from '@/server/env';
import { addressOf, takeToken } from '@/server/http/rate-limit';
import { PUBLIC_RATES } from '@/server/http/rates';
import { refuse, refuseForNow, reply, toResponse } from '@/server/http/reply';
import { stopLetters } from '@/server/letters/stop-letters';

const UNKNOWN =
  'There is no such letter, or it is more than a year old. Letters are stopped on the account page as well.';

/**
 * Stops all letters for whoever got this one: the button of a mail program (RFC 8058), or of the page behind the link.
 * Such programs send a form, from no page of ours and without a cookie; the secret in the address is all they have. The
 * body is not read. Only a POST does it: programs that look into letters open links.
 */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly token: string }> },
): Promise<Response> {
  const requestId = crypto.randomUUID();
  const seconds = takeToken(PUBLIC_RATES.letter, addressOf(request.headers, env().trustedProxies));
  if (seconds !== null)
    return toResponse(refuseForNow('Too many requests at once. Try again in a minute.', seconds), requestId);
  const { token } = await params;
  const isStopped = /^[A-Za-z0-9_-]{43}$/.test(token) && (await stopLetters(token));
  return toResponse(isStopped ? reply(200, {}) : refuse(404, 'unknown-letter', UNKNOWN), requestId);
}
