import 'server-only';
import { type Reply, refuse } from './reply';

/** A hand-in has at most 20,000 characters; four bytes each and the JSON around them do not fit, ordinary prose does thrice. */
export const MAX_BODY_BYTES = 64 * 1024;

async function readBytes(request: Request, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    // Counted while it arrives: the length header is the sender's claim.
    size += part.value.byteLength;
    if (size > most) {
      await reader?.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Uint8Array): { value: unknown } | null {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return null; // not UTF-8 or not JSON: the caller says so to the sender
  }
}

/** The JSON body of a write, or the refusal: 415 for another content type, 413 over the limit, 400 for no JSON. */
export async function readJson(request: Request, most = MAX_BODY_BYTES): Promise<{ value: unknown } | Reply> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    return refuse(415, 'not-json', 'The body must be JSON. Send it with the header Content-Type: application/json.');
  const bytes = await readBytes(request, most);
  if (!bytes)
    return refuse(
      413,
      'too-large',
      `The request is larger than ${most / 1024} KiB. Shorten the text and send it again.`,
    );
  return (
    parse(bytes) ?? refuse(400, 'bad-json', 'The body is not readable as JSON in UTF-8. Correct it and send it again.')
  );
}
