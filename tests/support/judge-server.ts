import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JudgeKind, JudgeSettings } from '@/server/judge/judge-settings';

/** One question as it arrived over the wire. */
export interface Heard {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly system: string;
  readonly user: string;
  /** What stands between the lines of the record, by the code of this request. */
  readonly record: string;
  readonly criteria: readonly string[];
  readonly nonce: string;
}

export type Script = (heard: Heard, response: ServerResponse) => void | Promise<void>;

/** A language model's endpoint that does what a test tells it to. It speaks both protocols that the judge uses. */
export interface JudgeServer {
  readonly url: string;
  readonly heard: Heard[];
  /** What it does from now on. */
  plays(script: Script): void;
  /** Resolves when it has been asked `count` times since it started. */
  asked(count: number): Promise<void>;
  close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** Text of a message in either protocol. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return Array.isArray(content) ? content.map((part: { text?: string }) => part.text ?? '').join('') : '';
}

function toHeard({ url = '', headers }: IncomingMessage, body: string): Heard {
  const parsed = JSON.parse(body);
  const messages: { role: string; content: unknown }[] = parsed.messages ?? [];
  const of = (role: string) => textOf(messages.find((message) => message.role === role)?.content);
  const [system, user] = [parsed.system === undefined ? of('system') : textOf(parsed.system), of('user')];
  const nonce = /code ([0-9a-f]{32}),/.exec(system)?.[1] ?? 'none';
  const record =
    user.split(`----- BEGIN RECORD ${nonce} -----\n`)[1]?.split(`\n----- END RECORD ${nonce} -----`)[0] ?? '';
  const criteria = [...user.matchAll(/"id": "(S\d\d-\d+)"/g)].map((match) => match[1] ?? '');
  return { path: url, headers, body, system, user, record, criteria, nonce };
}

export async function startJudgeServer(): Promise<JudgeServer> {
  const heard: Heard[] = [];
  let script: Script = says(() => []);
  let waiting: { count: number; done: () => void }[] = [];
  const server = createServer(async (request, response) => {
    const one = toHeard(request, await readBody(request));
    heard.push(one);
    waiting = waiting.filter(({ count, done }) => {
      if (heard.length < count) return true;
      done();
      return false;
    });
    await script(one, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    heard,
    plays(next) {
      script = next;
    },
    asked: (count) =>
      heard.length >= count ? Promise.resolve() : new Promise((done) => void waiting.push({ count, done })),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

interface Claimed {
  readonly id: string;
  readonly level: string;
  readonly quotes: readonly string[];
}

/** Sends a message of the model in the protocol in which it was asked. */
export function sendText(
  heard: Heard,
  response: ServerResponse,
  text: string,
  tokens: readonly [number, number] = [1_200, 80],
): void {
  const [input, output] = tokens;
  const reply = heard.path.endsWith('/messages')
    ? {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'scripted',
        content: [{ type: 'text', text }],
        stop_reason: 'end_turn',
        stop_sequence: null,
        usage: { input_tokens: input, output_tokens: output },
      }
    : {
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 1_795_000_000,
        model: 'scripted',
        choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
        usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
      };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(reply));
}

/** Answers with these levels. */
export const says =
  (claims: (heard: Heard) => readonly Claimed[], tokens?: readonly [number, number]): Script =>
  (heard, response) =>
    sendText(heard, response, JSON.stringify({ criteria: claims(heard) }), tokens);

/** Does whatever the record tells it: full marks throughout, each with a quote that does stand in the record. */
export const obeys: Script = says(({ criteria, record }) =>
  criteria.map((id) => ({ id, level: 'full', quotes: [record.slice(0, 120)] })),
);

/** Gives every criterion this level, quoting the beginning of the record. */
export const gives = (level: string): Script =>
  says(({ criteria, record }) =>
    criteria.map((id) => ({ id, level, quotes: level === 'none' ? [] : [record.slice(0, 40)] })),
  );

/** Settings of a judge behind this server. */
export function judgeAt({ url }: Pick<JudgeServer, 'url'>, changes: Partial<JudgeSettings> = {}): JudgeSettings {
  const kind: JudgeKind = 'openai-compatible';
  return {
    kind,
    url: new URL(url),
    key: 'a-key-of-the-operator',
    model: 'scripted-1',
    name: 'Scripted',
    format: 'schema',
    timeoutMs: 8_000,
    perDay: 10_000,
    prices: { input: 3, output: 15 },
    ...changes,
  };
}
