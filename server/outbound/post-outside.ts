import 'server-only';
import { lookup } from 'node:dns/promises';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './is-public-address';

export const LIMIT_MS = 5_000;

/** How names are looked up and connections made; tests bring their own. */
export interface Net {
  readonly lookup: (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;
  readonly isAllowed: (address: string) => boolean;
  readonly request: (url: URL, options: RequestOptions, callback: (reply: IncomingMessage) => void) => ClientRequest;
}
const REAL: Net = { lookup: (host) => lookup(host, { all: true }), isAllowed: isPublicAddress, request };

/** What came of it: the status of the reply, or why there was none, as words for a log. */
export type Posted =
  | { readonly type: 'replied'; readonly status: number }
  | {
      readonly type: 'refused' | 'failed';
      readonly problem: string;
    };

/** Why an address is not one to write to, in a sentence; null for one that may be tried. */
export function problemOfAddress(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url) return 'This is no address. It must look like https://hooks.example.org/abc.';
  if (url.protocol !== 'https:')
    return 'The address must begin with https://, so that messages are not sent in the open.';
  if (url.username !== '' || url.password !== '') return 'The address must not hold a name or a password.';
  if (url.port !== '' && url.port !== '443') return 'The address must use the usual port of https.';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) return 'The address leads into a private network. It must be public.';
  return null;
}

/** All addresses of a name must be public: of several, one cannot know which the connection would take. */
async function pinned(host: string, net: Net): Promise<{ address: string; family: number } | string> {
  const found = isIP(host) === 0 ? await net.lookup(host) : [{ address: host, family: isIP(host) }];
  const [first] = found;
  if (!first) return 'the name has no address';
  return found.every(({ address }) => net.isAllowed(address)) ? first : 'the name leads into a private network';
}

/** Looks up nothing: gives the address that was checked, whatever the name says by now. */
const fixed = ({ address, family }: { readonly address: string; readonly family: number }): LookupFunction =>
  ((_host, options, callback) =>
    options.all ? callback(null, [{ address, family }]) : callback(null, address, family)) as LookupFunction;

/**
 * Sends a text to an address that somebody typed in. Only https, only to public addresses, over a connection to exactly the
 * address that was checked, never along a redirect, within five seconds; of the reply nothing is read but the status.
 */
export async function postOutside(
  text: string,
  { body, headers }: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  net: Net = REAL,
  limitMs = LIMIT_MS,
): Promise<Posted> {
  const problem = net === REAL ? problemOfAddress(text) : null;
  if (problem) return { type: 'refused', problem };
  const url = new URL(text);
  const signal = AbortSignal.timeout(limitMs);
  try {
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    const target = await Promise.race([pinned(url.hostname.replace(/^\[|\]$/g, ''), net), late]);
    if (typeof target === 'string') return { type: 'refused', problem: target };
    return await Promise.race([send(url, body, { ...headers }, fixed(target), signal, net), late]);
  } catch (error) {
    if (signal.aborted) return { type: 'failed', problem: `no answer within ${limitMs / 1_000} s` };
    return { type: 'failed', problem: error instanceof Error ? error.message.slice(0, 200) : 'unknown' };
  }
}

function send(
  url: URL,
  body: string,
  headers: Record<string, string>,
  look: LookupFunction,
  signal: AbortSignal,
  net: Net,
): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers, lookup: look, signal, agent: false } as const;
    const sent = net.request(url, options, (reply) => {
      const status = reply.statusCode ?? 0;
      // Nothing of the body is wanted; a reply that never ends must not hold the connection.
      reply.destroy();
      if (status >= 300 && status < 400)
        resolve({ type: 'failed', problem: `it answered ${status}: redirects are not followed` });
      else resolve({ type: 'replied', status });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
