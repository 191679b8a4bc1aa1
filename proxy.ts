import { type NextRequest, NextResponse } from 'next/server';
import { MOST_SEED } from './course/choose-variant';
import { STUDY_SEED_COOKIE } from './server/attempts/study-seed-cookie';
import { env } from './server/env';

/**
 * A content security policy with a fresh nonce per page. Next puts the nonce on its own scripts; `strict-dynamic` lets
 * those load their chunks and the editor. Styles are relaxed because Monaco writes them; scripts never are, except
 * that React needs eval while developing. This file decides nothing about who may see what: server/ does.
 */
function policy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws: wss:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const value = policy(nonce, env().isDevelopment);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', value);
  const seed = newStudySeed(request);
  if (seed)
    headers.set('cookie', [request.headers.get('cookie'), `${STUDY_SEED_COOKIE}=${seed}`].filter(Boolean).join('; '));
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', value);
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
  matcher: [{ source: '/((?!_next/static|_next/image|monaco/|api/|livez|readyz|favicon.ico|icon.svg).*)' }],
};
