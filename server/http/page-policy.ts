import 'server-only';

/**
 * The content security policy of a page (docs/decisions/042-what-a-page-may-load.md). Next puts the nonce on its own
 * scripts, and `strict-dynamic` lets those load their chunks and the editor. Style blocks need the nonce as well; the
 * editor's carry it (scripts/build-monaco.mjs). Style attributes are allowed, because the editor writes its lines with
 * them and a navigation inside the app keeps the policy of the page that it began on. While developing, React needs eval
 * and Next writes style blocks of its own.
 */
export function pagePolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "worker-src 'self'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws: wss:' : ''}`,
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Says to a browser that came by https to come by https for a year. Nothing where the public address is plain http or
 * unknown, and nothing about other names of the same domain, which are not ours to speak for.
 */
export function transportSecurity(baseUrl: URL | undefined): Readonly<Record<string, string>> {
  return baseUrl?.protocol === 'https:' ? { 'strict-transport-security': 'max-age=31536000' } : {};
}
