import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A letter as it arrived. */
export interface Caught {
  readonly to: string;
  readonly headers: string;
  readonly text: string;
}

/** A mail server that keeps what it is given. */
export interface SmtpCatcher {
  readonly url: string;
  readonly letters: Caught[];
  /** Resolves with the first letter to somebody that came after `skip` others to them. */
  letterTo(address: string, skip?: number): Promise<Caught>;
  close(): Promise<void>;
}

const decode = (text: string) =>
  text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function toLetter(to: string, data: string): Caught {
  const end = data.indexOf('\r\n\r\n');
  const headers = data.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const body = data.slice(end + 4);
  return { to, headers, text: /quoted-printable/i.test(headers) ? decode(body) : body };
}

/** Answers one command a line, and a letter up to its lone dot. */
function talk(socket: Socket, caught: (letter: Caught) => void): void {
  let [buffer, to, isData] = ['', '', false];
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 catcher');
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1');
    for (;;) {
      const mark = isData ? '\r\n.\r\n' : '\r\n';
      const end = buffer.indexOf(mark);
      if (end < 0) return;
      const part = buffer.slice(0, end);
      buffer = buffer.slice(end + mark.length);
      if (isData) caught(toLetter(to, part));
      if (/^RCPT TO:/i.test(part) && !isData) to = /<([^>]*)>/.exec(part)?.[1] ?? '';
      const wasData = isData;
      isData = !wasData && /^DATA$/i.test(part);
      say(isData ? '354 go on' : /^QUIT$/i.test(part) && !wasData ? '221 bye' : '250 fine');
    }
  });
}

export async function startSmtpCatcher(): Promise<SmtpCatcher> {
  const letters: Caught[] = [];
  const sockets = new Set<Socket>();
  let waiting: (() => void)[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    talk(socket, (letter) => {
      letters.push(letter);
      const told = waiting;
      waiting = [];
      for (const tell of told) tell();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const to = (address: string) => letters.filter((letter) => letter.to === address);
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`,
    letters,
    async letterTo(address, skip = 0) {
      for (;;) {
        const found = to(address)[skip];
        if (found) return found;
        await new Promise<void>((done) => void waiting.push(done));
      }
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The link of ours in a letter. */
export function linkIn({ text }: Caught): string {
  const found = /https?:\/\/\S+/.exec(text)?.[0];
  if (!found) throw new Error(`no link in: ${text}`);
  return found;
}
