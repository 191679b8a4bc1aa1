import 'server-only';

export interface Rate {
  /** Names the bucket, so that saving a draft does not use up answering. */
  readonly name: string;
  readonly perMinute: number;
}

const MINUTE = 60_000;
const MAX_BUCKETS = 50_000;

interface Bucket {
  tokens: number;
  filledAt: number;
}

/**
 * Token buckets in memory: they protect this process from a runaway script and cost no write. Guessing of passwords
 * is counted in the database instead (server/count-try.ts), where it holds for all processes.
 */
const buckets = new Map<string, Bucket>();

/** Takes one token, or says how many seconds until there is one. */
export function takeToken(rate: Rate, who: string, now = Date.now()): number | null {
  const key = `${rate.name}:${who}`;
  const perMs = rate.perMinute / MINUTE;
  const bucket = buckets.get(key) ?? { tokens: rate.perMinute, filledAt: now };
  const tokens = Math.min(rate.perMinute, bucket.tokens + Math.max(0, now - bucket.filledAt) * perMs);
  // Deleted and set again: the map stays in order of use, and the least used go first.
  buckets.delete(key);
  buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, filledAt: now });
  if (buckets.size > MAX_BUCKETS) buckets.delete(buckets.keys().next().value ?? key);
  return tokens >= 1 ? null : (1 - tokens) / perMs / 1_000;
}

/**
 * Whom a request without a person counts against. X-Forwarded-For is believed only for the entries that our own
 * proxies appended, counted from the right; without a trusted proxy all such requests share one generous count.
 */
export function addressOf(headers: Headers, trustedProxies: number): string {
  if (trustedProxies === 0) return 'all';
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return hops.at(-trustedProxies) || 'all';
}
