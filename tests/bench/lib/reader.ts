import { randomUUID } from 'node:crypto';
import type { HandIn } from '@/schemas/scenario';
import { cookiesAfter } from '../../support/people';

/** Somebody with a browser's cookies, and without a browser: asks a running app as pages of it do. */
export class Reader {
  #headers = new Headers({ cookie: 'study_seed=0' });
  readonly #origin: string;

  constructor(baseURL: string) {
    this.#origin = new URL(baseURL).origin;
  }

  /** The cookies, for a browser that goes on as this person. */
  get cookies(): { readonly name: string; readonly value: string }[] {
    return (this.#headers.get('cookie') ?? '').split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('=') };
    });
  }

  async #ask(method: string, path: string, body?: unknown, key?: string): Promise<Response> {
    const headers = new Headers(this.#headers);
    headers.set('origin', this.#origin);
    if (body !== undefined) headers.set('content-type', 'application/json');
    if (key) headers.set('idempotency-key', key);
    const sent = {
      method,
      headers,
      redirect: 'manual' as const,
      body: body === undefined ? null : JSON.stringify(body),
    };
    // The server closes a connection that nobody used for a while, and a pause may end at that very moment. Every write may be sent again.
    const reply = await fetch(this.#origin + path, sent).catch(() => fetch(this.#origin + path, sent));
    this.#headers = cookiesAfter(this.#headers, reply.headers.getSetCookie());
    return reply;
  }

  /** Reads a page to its end and answers with its text; throws where it is not one. */
  async read(path: string): Promise<string> {
    const reply = await this.#ask('GET', path);
    const text = await reply.text();
    if (!reply.ok) throw new Error(`GET ${path}: ${reply.status}`);
    return text;
  }

  async write(method: 'POST' | 'PUT', path: string, body: unknown, key?: string): Promise<Record<string, unknown>> {
    const reply = await this.#ask(method, path, body, key);
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text.slice(0, 200)}`);
    return JSON.parse(text) as Record<string, unknown>;
  }

  /** Becomes a guest who sees grades at once. */
  async enter(): Promise<this> {
    await this.write('POST', '/api/guest', {});
    await this.write('PUT', '/api/preferences', { predictions: 'never' });
    return this;
  }

  /** Makes an account and, with the one-time link, an instructor of it. */
  async enterAsInstructor(link: string): Promise<this> {
    const person = { name: 'Ines Example', email: `${randomUUID()}@example.org`, password: 'correct horse battery' };
    await this.write('POST', '/api/auth/sign-up/email', person);
    await this.write('POST', `/api/claims/${link.split('/').at(-1)}`, {});
    return this;
  }

  async handIn(scenarioId: string, handIn: HandIn): Promise<string> {
    const { submissionId } = await this.write('POST', '/api/submissions', { scenarioId, handIn }, randomUUID());
    return String(submissionId);
  }
}
