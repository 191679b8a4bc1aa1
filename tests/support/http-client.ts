import { cookiesAfter } from './people';

export interface HttpReply {
  readonly status: number;
  /** What tests read of the replies in docs/api.md. */
  readonly body: {
    readonly submissionId?: string;
    readonly number?: number;
    readonly view?: { readonly attemptId: string };
    readonly draft?: { readonly version: number };
    readonly error?: { readonly code: string };
  };
}

/** A browser that talks to the running app: its cookies, its origin, JSON. */
export class HttpClient {
  readonly #baseURL: string;
  #headers: Headers;

  constructor(baseURL: string, headers = new Headers()) {
    this.#baseURL = baseURL;
    this.#headers = headers;
  }

  get cookie(): string {
    return this.#headers.get('cookie') ?? '';
  }

  /** Rejects where no reply came: the server is gone. */
  async send(method: 'POST' | 'PUT', path: string, body: unknown, key?: string): Promise<HttpReply> {
    const reply = await fetch(new URL(path, this.#baseURL), {
      method,
      headers: {
        'content-type': 'application/json',
        origin: this.#baseURL,
        cookie: this.cookie,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await reply.text();
    this.#headers = cookiesAfter(this.#headers, reply.headers.getSetCookie());
    return { status: reply.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
  }
}
