import { type NextRequest, NextResponse } from 'next/server';
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
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', value);
  return response;
}

/** Pages only: files and handlers carry no script. */
export const config = {
  matcher: [{ source: '/((?!_next/static|_next/image|monaco/|api/|livez|readyz|favicon.ico|icon.svg).*)' }],
};
