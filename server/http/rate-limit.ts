import 'server-only';
import { isIP } from 'node:net';

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
 * One subscriber: an address of IPv4, or the first 64 bits of one of IPv6, because whoever has one of those has all that
 * begin like it. Null for what is no address.
 */
function subscriberOf(hop: string): string | null {
  // Some proxies write the port as well: 192.0.2.7:51234 and [2001:db8::1]:51234.
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(hop)?.[1] ?? /^([\d.]+):\d+$/.exec(hop)?.[1] ?? hop;
  const family = isIP(bare);
  if (family === 4) return bare;
  if (family !== 6) return null;
  // A URL writes every spelling of an address in one way, and a wrapped IPv4 one in hexadecimal groups.
  const spelt = new URL(`http://[${bare.split('%')[0]}]/`).hostname.slice(1, -1);
  const wrapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(spelt);
  if (wrapped) {
    const [high, low] = [Number.parseInt(wrapped[1] ?? '', 16), Number.parseInt(wrapped[2] ?? '', 16)];
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  const [front = '', back] = spelt.split('::');
  const groups = front === '' ? [] : front.split(':');
  const rest = back ? back.split(':') : [];
  const zeros = back === undefined ? 0 : 8 - groups.length - rest.length;
  return `${[...groups, ...Array<string>(zeros).fill('0'), ...rest].slice(0, 4).join(':')}::/64`;
}

/**
 * Whom a request without a person counts against. X-Forwarded-For is believed only for the entries that our own
 * proxies appended, counted from the right; without a trusted proxy all such requests share one generous count, and so
 * do those whose entry is no address.
 */
export function addressOf(headers: Headers, trustedProxies: number): string {
  if (trustedProxies === 0) return 'all';
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return subscriberOf(hops.at(-trustedProxies) ?? '') ?? 'all';
}
