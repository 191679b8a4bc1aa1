import { loadCourse } from '@/course/load-course';
import { modelRecord } from '../sample-record';

/** Somebody at the running app, with the cookies of one browser and nothing of a browser else. */
export interface Visitor {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends JSON as a page of the app does. A string goes out as it is. */
  send(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  readonly cookies: () => string;
}

export function newVisitor(appUrl: string): Visitor {
  const jar = new Map<string, string>();
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  async function ask(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', cookies());
    const once = () => fetch(new URL(path, appUrl), { redirect: 'manual', ...init, headers });
    // A kept connection may be closed by the server in the very moment in which the next request goes out on it.
    const reply = await once().catch((error: Error) => {
      const { code } = (error.cause ?? {}) as { code?: string };
      if (code !== 'ECONNRESET' && code !== 'UND_ERR_SOCKET') throw error;
      return once();
    });
    for (const set of reply.headers.getSetCookie()) {
      const [name = '', ...value] = (set.split(';')[0] ?? '').split('=');
      if (value.join('=')) jar.set(name, value.join('='));
      else jar.delete(name);
    }
    return reply;
  }
  return {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    send: (method, path, body, headers = {}) =>
      ask(path, {
        method,
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: {
          origin: new URL(appUrl).origin,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
          ...headers,
        },
      }),
  };
}

/** A guest, whose results are shown without a prediction being asked for. */
export async function newGuestVisitor(appUrl: string): Promise<Visitor> {
  const visitor = newVisitor(appUrl);
  await visitor.send('POST', '/api/guest', {});
  await visitor.send('PUT', '/api/preferences', { predictions: 'never' });
  return visitor;
}

/** Hands the model record in with other words, and gives back its id. */
export async function handInWords(visitor: Visitor, explanation: string): Promise<string> {
  const handIn = { ...modelRecord((await loadCourse()).course, 'S01'), explanation };
  const reply = await visitor.send('POST', '/api/submissions', { scenarioId: 'S01', handIn });
  if (reply.status !== 201) throw new Error(`${reply.status} ${await reply.text()}`);
  return ((await reply.json()) as { submissionId: string }).submissionId;
}
