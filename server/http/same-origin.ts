import 'server-only';

export interface OriginRule {
  /** The address people use, when BASE_URL names it. */
  readonly baseUrl: URL | undefined;
  readonly trustedProxies: number;
}

function hostOf(request: Request, rule: OriginRule): string | null {
  const forwarded = rule.trustedProxies > 0 ? request.headers.get('x-forwarded-host') : null;
  return forwarded ?? request.headers.get('host');
}

function isOwnOrigin(origin: string, request: Request, rule: OriginRule): boolean {
  if (rule.baseUrl) return origin === rule.baseUrl.origin;
  // Without BASE_URL the site answers under any name it is reached by, so the page must come from that same name.
  return URL.canParse(origin) && new URL(origin).host === hostOf(request, rule);
}

/**
 * Whether a write comes from our own pages, or from a program without cookies. Route handlers have no such check of
 * their own: a form on another site could post with this person's cookie.
 */
export function isSameOrigin(request: Request, rule: OriginRule): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = request.headers.get('origin');
  if (origin !== null) return isOwnOrigin(origin, request, rule);
  return site === 'same-origin' || request.headers.get('cookie') === null;
}

/** The address under which a page was asked for, for a link that its reader may pass on. */
export function originOfPage(headers: Headers, rule: OriginRule): string {
  if (rule.baseUrl) return rule.baseUrl.origin;
  const isProxied = rule.trustedProxies > 0;
  const host = (isProxied ? headers.get('x-forwarded-host') : null) ?? headers.get('host') ?? 'localhost';
  const scheme = (isProxied ? headers.get('x-forwarded-proto') : null) ?? 'http';
  return `${scheme}://${host}`;
}

/** The address under which this request reached us, for links shown to the person who asked. */
export function originOf(request: Request, rule: OriginRule): string | undefined {
  if (rule.baseUrl) return rule.baseUrl.origin;
  return request.headers.get('origin') ?? undefined;
}
