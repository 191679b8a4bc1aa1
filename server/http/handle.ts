import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type Actor, requireActor, Unauthenticated } from '../actor';
import { hasStorageFailedSince, isStorageFailure } from '../db/storage-failure';
import { env } from '../env';
import { Forbidden } from '../forbidden';
import { logError, logInfo } from '../log';
import { noteActor } from '../observe';
import { addressOf, type Rate, takeToken } from './rate-limit';
import { readJson } from './read-json';
import { type Reply, refuse, refuseForNow, refuseUnsaved, toResponse } from './reply';
import { isSameOrigin } from './same-origin';

/** A class of five hundred behind one address, everybody typing, stays under it. */
const NET: Rate = { name: 'net', perMinute: 30_000 };

export interface Spec<Body extends z.ZodType, Params extends z.ZodType> {
  readonly body: Body;
  /** Parts of the path; one that does not fit is answered with 404. */
  readonly params: Params;
  /** Per person; for handlers without one, per address (see addressOf). */
  readonly rate: Rate;
  /** Somebody who looks at the course as a learner is refused: this reaches beyond a learner's own work. */
  readonly isClosedInPreview?: boolean;
  /** Largest body in bytes where it is not the usual one (server/http/read-json.ts). */
  readonly maxBytes?: number;
}

export interface Asked<Body, Params> {
  readonly request: Request;
  readonly body: Body;
  readonly params: Params;
}

interface Context {
  /** Next gives undefined where the path has no variable part. */
  readonly params: Promise<Readonly<Record<string, string | string[] | undefined>> | undefined>;
}

type Handler = (request: Request, context: Context) => Promise<Response>;

const isReply = (value: { value: unknown } | Reply): value is Reply => 'status' in value;

/** Origin, content type, size, JSON, shape: everything that needs no person. */
async function readAsked<Body extends z.ZodType, Params extends z.ZodType>(
  spec: Spec<Body, Params>,
  request: Request,
  context: Context,
): Promise<Asked<z.infer<Body>, z.infer<Params>> | Reply> {
  if (!isSameOrigin(request, env()))
    return refuse(
      403,
      'other-origin',
      'This request does not come from the course itself. Open the course in this browser and try there.',
    );
  const read = await readJson(request, spec.maxBytes);
  if (isReply(read)) return read;
  const body = spec.body.safeParse(read.value);
  if (!body.success) return refuseShape('body', body.error);
  const params = spec.params.safeParse((await context.params) ?? {});
  if (!params.success)
    return refuse(404, 'not-found', 'There is nothing at this address. Check it, or go back to the course.');
  return { request, body: body.data, params: params.data };
}

function refuseShape(part: 'body' | 'query', error: z.ZodError): Reply {
  const issue = error.issues[0];
  const path = issue?.path.join('.') ?? '';
  const message = `${path || `The ${part}`} cannot be used: ${issue?.message ?? 'it has the wrong shape'}. Correct it and send it again.`;
  return refuse(422, `invalid-${part}`, message, { path });
}

function limit(rate: Rate, who: string, request: Request): Reply | null {
  const seconds = takeToken(rate, who) ?? takeToken(NET, addressOf(request.headers, env().trustedProxies));
  if (seconds === null) return null;
  return refuseForNow(
    `Too many requests at once. Wait ${Math.ceil(seconds)} s and try again; nothing is lost.`,
    seconds,
  );
}

const sessionMessages = {
  'no-session': 'You have no session yet. Start as a guest or sign in, then try again.',
  'session-expired': 'Your session has ended. Sign in again, or continue as a new guest; text on this device is kept.',
} as const;

function refuseInPreview(spec: { readonly isClosedInPreview?: boolean }, actor: Actor): Reply | null {
  if (!spec.isClosedInPreview || actor.previewOf === null) return null;
  const message = 'You are looking at the course as a learner. End the preview, then do this as yourself.';
  return refuse(409, 'in-preview', message);
}

function toRefusal(error: unknown, requestId: string, since: number): Reply {
  if (error instanceof Unauthenticated) return refuse(401, error.code, sessionMessages[error.code]);
  if (error instanceof Forbidden) {
    logInfo('forbidden', { requestId, act: error.message });
    return refuse(403, 'forbidden', 'Your account may not do this. Ask an instructor of the course for the role.');
  }
  if (isStorageFailure(error) || hasStorageFailedSince(since)) {
    logError('storage-failed', error, { requestId });
    return refuseUnsaved(requestId);
  }
  logError('handler-failed', error, { requestId });
  return refuse(
    500,
    'internal',
    `The server failed at this. Try again; if it stays, tell the person who runs the course the reference ${requestId}.`,
  );
}

/** Given by the server before Next sees the request (scripts/lib/requests.mjs); the development server gives none. */
const requestIdOf = (request: Request): string => {
  const given = request.headers.get('x-request-id') ?? '';
  return /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
};

async function actorOf(request: Request, requestId: string): ReturnType<typeof requireActor> {
  const found = await requireActor(request);
  noteActor(requestId, found.actor.learnerId);
  return found;
}

async function answering(request: Request, work: (requestId: string) => Promise<Response>): Promise<Response> {
  const requestId = requestIdOf(request);
  const since = performance.now();
  try {
    return await work(requestId);
  } catch (error) {
    return toResponse(toRefusal(error, requestId, since), requestId);
  }
}

/** A write by somebody with a session: the one door every such handler goes through. */
export function handle<Body extends z.ZodType, Params extends z.ZodType>(
  spec: Spec<Body, Params>,
  run: (asked: Asked<z.infer<Body>, z.infer<Params>> & { readonly actor: Actor }) => Promise<Reply>,
): Handler {
  return (request, context) =>
    answering(request, async (requestId) => {
      const asked = await readAsked(spec, request, context);
      if ('status' in asked) return toResponse(asked, requestId);
      const { actor, setCookies } = await actorOf(request, requestId);
      const refused = limit(spec.rate, actor.learnerId, request) ?? refuseInPreview(spec, actor);
      return toResponse(refused ?? (await run({ ...asked, actor })), requestId, setCookies);
    });
}

/** The same door without a person behind it: becoming a guest, signing up, in and out, setting a password by link. */
export function handlePublic<Body extends z.ZodType, Params extends z.ZodType>(
  spec: Spec<Body, Params>,
  run: (asked: Asked<z.infer<Body>, z.infer<Params>>) => Promise<Reply>,
): Handler {
  return (request, context) =>
    answering(request, async (requestId) => {
      const asked = await readAsked(spec, request, context);
      if ('status' in asked) return toResponse(asked, requestId);
      const who = addressOf(request.headers, env().trustedProxies);
      return toResponse(limit(spec.rate, who, request) ?? (await run(asked)), requestId);
    });
}

/**
 * Somebody who comes back from another site, by a link that this one gave them: no origin could be checked. `run` must
 * know by itself that this browser was sent there, and answers with where to go.
 */
export function handleArrival(
  rate: Rate,
  run: (request: Request) => Promise<{ readonly location: string; readonly setCookies: readonly string[] }>,
): (request: Request) => Promise<Response> {
  return (request) =>
    answering(request, async (requestId) => {
      const refused = limit(rate, addressOf(request.headers, env().trustedProxies), request);
      if (refused) return toResponse(refused, requestId);
      const { location, setCookies } = await run(request);
      return toResponse({ status: 303, body: {}, setCookies, headers: { location } }, requestId);
    });
}

/** A read of what is public anyway, by query string: nothing is changed, so neither origin nor session matters. */
export function handleRead<Query extends z.ZodType>(
  spec: { readonly query: Query; readonly rate: Rate },
  run: (query: z.infer<Query>) => Promise<Reply>,
): (request: Request) => Promise<Response> {
  return (request) =>
    answering(request, async (requestId) => {
      const query = spec.query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
      if (!query.success) return toResponse(refuseShape('query', query.error), requestId);
      const who = addressOf(request.headers, env().trustedProxies);
      return toResponse(limit(spec.rate, who, request) ?? (await run(query.data)), requestId);
    });
}

/** A read of one's own, or of what one's role opens, by query string: it changes nothing, but needs a session. */
export function handleOwnRead<Query extends z.ZodType>(
  spec: { readonly query: Query; readonly rate: Rate; readonly isClosedInPreview?: boolean },
  run: (asked: { readonly actor: Actor; readonly query: z.infer<Query> }) => Promise<Reply>,
): (request: Request) => Promise<Response> {
  return (request) =>
    answering(request, async (requestId) => {
      const query = spec.query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
      if (!query.success) return toResponse(refuseShape('query', query.error), requestId);
      const { actor, setCookies } = await actorOf(request, requestId);
      const refused = limit(spec.rate, actor.learnerId, request) ?? refuseInPreview(spec, actor);
      return toResponse(refused ?? (await run({ actor, query: query.data })), requestId, setCookies);
    });
}
