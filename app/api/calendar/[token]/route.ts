import { readCalendar } from '@/server/calendar/feeds';
import { env } from '@/server/env';
import { addressOf, takeToken } from '@/server/http/rate-limit';
import { PUBLIC_RATES } from '@/server/http/rates';
import { refuse, refuseForNow, toResponse } from '@/server/http/reply';

const UNKNOWN =
  'There is no calendar at this address, or it was taken back. Make a new address on your page of assignments.';

/** A calendar for programs that cannot sign in: the secret in the address is all they have. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly token: string }> },
): Promise<Response> {
  const requestId = crypto.randomUUID();
  const seconds = takeToken(PUBLIC_RATES.calendar, addressOf(request.headers, env().trustedProxies));
  if (seconds !== null)
    return toResponse(refuseForNow('Too many requests at once. Try again in a minute.', seconds), requestId);
  const token = /^([A-Za-z0-9_-]{43})\.ics$/.exec((await params).token)?.[1];
  const origin = env().baseUrl?.origin ?? new URL(request.url).origin;
  const text = token ? await readCalendar(token, origin) : null;
  if (text === null) return toResponse(refuse(404, 'unknown-calendar', UNKNOWN), requestId);
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'x-request-id': requestId,
    },
  });
}
