import { randomUUID } from 'node:crypto';
import { PASSWORD } from './people';

/** What came back, read to its end. `location` is path and query; null where nothing redirects. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly location: string | null;
}

export interface Sending {
  /** An object is sent as JSON, a text as it is. */
  readonly body?: unknown;
  /** Added to those of a page of ours; an empty value leaves one out. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The address that pages of ours have; the app's own where BASE_URL names no other. */
  readonly origin?: string;
}

/** Somebody with a browser of their own against a running app: keeps its cookies and sends what pages of ours send. */
export class Visitor {
  readonly base: string;
  readonly jar = new Map<string, string>();

  constructor(base: string) {
    this.base = base;
  }

  cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    return this.ask('GET', path, {}, headers);
  }

  async send(method: string, path: string, { body = {}, headers = {}, origin = this.base }: Sending = {}) {
    const usual = { origin, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return this.ask(method, path, method === 'GET' ? {} : { body: text }, { ...usual, ...headers });
  }

  private async ask(method: string, path: string, init: RequestInit, given: Readonly<Record<string, string>>) {
    const headers = new Headers();
    if (this.jar.size > 0) headers.set('cookie', this.cookie());
    for (const [name, value] of Object.entries(given)) if (value) headers.set(name, value);
    const once = () => fetch(`${this.base}${path}`, { method, headers, redirect: 'manual', ...init });
    // A kept connection may be closed by the server in the very moment in which the next request goes out on it.
    const reply = await once().catch((error: Error) => {
      const { code } = (error.cause ?? {}) as { code?: string };
      if (code !== 'ECONNRESET' && code !== 'UND_ERR_SOCKET') throw error;
      return once();
    });
    this.keep(reply.headers.getSetCookie());
    const to = reply.headers.get('location');
    const there = to === null ? null : new URL(to, this.base);
    const location = there === null ? null : `${there.pathname}${there.search}`;
    return { status: reply.status, text: await reply.text(), headers: reply.headers, location };
  }

  private keep(setCookies: readonly string[]): void {
    for (const set of setCookies) {
      const [name = '', ...value] = (set.split(';')[0] ?? '').split('=');
      if (value.join('=') && !/max-age=0/i.test(set)) this.jar.set(name, value.join('='));
      else this.jar.delete(name);
    }
  }
}

export interface Account {
  readonly visitor: Visitor;
  readonly learnerId: string;
  readonly email: string;
}

/** A new account through the front door. */
export async function signUpAt(base: string, name: string, sending: Sending = {}): Promise<Account> {
  const visitor = new Visitor(base);
  const email = `${randomUUID()}@example.org`;
  const body = { name, email, password: PASSWORD };
  const made = await visitor.send('POST', '/api/auth/sign-up/email', { ...sending, body });
  if (made.status !== 201) throw new Error(`sign-up: ${made.status} ${made.text}`);
  return { visitor, learnerId: (JSON.parse(made.text) as { learnerId: string }).learnerId, email };
}

/** A guest, whose results are shown without a prediction being asked for. */
export async function newGuestVisitor(base: string): Promise<Visitor> {
  const visitor = new Visitor(base);
  await visitor.send('POST', '/api/guest');
  await visitor.send('PUT', '/api/preferences', { body: { predictions: 'never' } });
  return visitor;
}

export const codeIn = ({ text }: Answered): string | undefined =>
  text.startsWith('{') ? (JSON.parse(text) as { error?: { code?: string } }).error?.code : undefined;
