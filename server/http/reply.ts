import 'server-only';
import type { ApiError } from '@/schemas/api';
import { env } from '../env';
import { count } from '../observe';
import { transportSecurity } from './page-policy';

/** What a handler answers with; the wrapper turns it into a Response. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly setCookies?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The body is the text of a file to keep, not JSON. `name` holds letters, digits, dots and hyphens only. */
  readonly file?: {
    readonly name: string;
    readonly type: 'application/json' | 'text/markdown' | 'text/csv' | 'application/yaml';
  };
}

/** A text that the browser stores as a file; a stream is sent while it is being written. */
export function replyWithFile(
  name: string,
  type: NonNullable<Reply['file']>['type'],
  text: string | ReadableStream<Uint8Array>,
): Reply {
  return { status: 200, body: text, file: { name, type } };
}

export function reply(status: number, body: unknown, setCookies: readonly string[] = []): Reply {
  return { status, body, setCookies };
}

/** A refusal. `message` is a sentence that names the thing and the remedy; `more` is joined to the body. */
export function refuse(
  status: number,
  code: string,
  message: string,
  more: { path?: string; body?: object } = {},
): Reply {
  count('defensible_refusals_total', { code });
  const error: ApiError['error'] = more.path === undefined ? { code, message } : { code, message, path: more.path };
  return { status, body: { error, ...more.body } };
}

/** Too many requests, with the seconds to wait. */
export function refuseForNow(message: string, seconds: number): Reply {
  const after = String(Math.ceil(seconds));
  return { ...refuse(429, 'too-many-requests', message), headers: { 'retry-after': after } };
}

const RETRY_AFTER_S = '10';

/** The database is full, locked, damaged or away: nothing was stored, and the same request may be made again. */
export function refuseUnsaved(requestId: string): Reply {
  const message =
    'The course cannot save anything at the moment, and this was not saved. What you entered is still in this browser: ' +
    `keep the page open and try again in a minute. If it stays so, tell the person who runs the course the number ${requestId}.`;
  return { ...refuse(503, 'storage-unavailable', message), headers: { 'retry-after': RETRY_AFTER_S } };
}

/** Personal answers are never stored by a proxy or a browser. */
export function toResponse(answer: Reply, requestId: string, renewed: readonly string[] = []): Response {
  const headers = new Headers({
    ...answer.headers,
    ...transportSecurity(env().baseUrl),
    'cache-control': 'private, no-store',
    'x-request-id': requestId,
  });
  for (const cookie of [...renewed, ...(answer.setCookies ?? [])]) headers.append('set-cookie', cookie);
  if (answer.file) {
    headers.set('content-type', `${answer.file.type}; charset=utf-8`);
    headers.set('content-disposition', `attachment; filename="${answer.file.name}"`);
    const body = answer.body instanceof ReadableStream ? answer.body : String(answer.body);
    return new Response(body, { status: answer.status, headers });
  }
  return Response.json(answer.body, { status: answer.status, headers });
}
