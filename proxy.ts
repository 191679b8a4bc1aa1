import { type NextRequest, NextResponse } from 'next/server';
import { MOST_SEED } from './course/choose-variant';
import { STUDY_SEED_COOKIE } from './server/attempts/study-seed-cookie';
import { env } from './server/env';
import { pagePolicy, transportSecurity } from './server/http/page-policy';

/** A fresh nonce per page, and what the page may load. This file decides nothing about who may see what: server/ does. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const value = pagePolicy(nonce, env().isDevelopment);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', value);
  const seed = newStudySeed(request);
  if (seed)
    headers.set('cookie', [request.headers.get('cookie'), `${STUDY_SEED_COOKIE}=${seed}`].filter(Boolean).join('; '));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', value);
  for (const [name, sent] of Object.entries(transportSecurity(env().baseUrl))) response.headers.set(name, sent);
  if (seed)
    response.cookies.set(STUDY_SEED_COOKIE, seed, { ...seedCookie, secure: env().baseUrl?.protocol === 'https:' });
  return response;
}

const seedCookie = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 365 * 86_400 } as const;

/**
 * For a browser that opens an exercise and has no study seed yet: a number that chooses the figures of its exercises
 * (docs/decisions/019-figures-by-attempt.md). The page itself already reads it, so what is seen first is what stays.
 */
function newStudySeed(request: NextRequest): string | null {
  const isExercise = request.nextUrl.pathname.startsWith('/exercises/');
  const isAhead = request.headers.has('next-router-prefetch') || request.headers.get('purpose') === 'prefetch';
  if (!isExercise || isAhead || request.cookies.has(STUDY_SEED_COOKIE)) return null;
  return String(1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % MOST_SEED));
}

/** Pages only: files and handlers carry no script. */
export const config = {
  matcher: [{ source: '/((?!_next/static|_next/image|monaco/|api/|(?:livez|readyz|favicon.ico|icon.svg)$).*)' }],
};
