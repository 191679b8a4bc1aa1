import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A letter as it arrived. */
export interface Caught {
  readonly to: string;
  readonly headers: string;
  readonly text: string;
  /** Empty where the letter has none. */
  readonly html: string;
}

/** A mail server that keeps what it is given. */
export interface SmtpCatcher {
  readonly url: string;
  readonly letters: Caught[];
  /** How it answers letters: takes them, refuses them for now, or takes them and hangs up without a receipt. */
  mood: 'fine' | 'busy' | 'rude';
  /** Resolves with the first letter to somebody that came after `skip` others to them. */
  letterTo(address: string, skip?: number): Promise<Caught>;
  close(): Promise<void>;
}

const decode = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** Headers with their folded lines joined, and the text behind them. */
function readPart(data: string): { readonly headers: string; readonly text: string } {
  const end = data.indexOf('\r\n\r\n');
  const headers = data.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const body = data.slice(end + 4);
  const isPlain = !/quoted-printable/i.test(headers);
  return { headers, text: isPlain ? Buffer.from(body, 'latin1').toString('utf8') : decode(body) };
}

function toLetter(to: string, data: string): Caught {
  const { headers, text } = readPart(data);
  const boundary = /multipart\/alternative;.*boundary="([^"]+)"/i.exec(headers)?.[1];
  if (!boundary) return { to, headers, text, html: '' };
  const parts = data.split(`--${boundary}`).slice(1, -1).map(readPart);
  const partOf = (type: RegExp) => parts.find((part) => type.test(part.headers))?.text ?? '';
  return { to, headers, text: partOf(/text\/plain/i), html: partOf(/text\/html/i) };
}

/** Answers one command a line, and a letter up to its lone dot. */
function talk(socket: Socket, caught: (letter: Caught) => SmtpCatcher['mood']): void {
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
      const mood = isData ? caught(toLetter(to, part)) : 'fine';
      if (mood === 'rude') return void socket.destroy();
      if (/^RCPT TO:/i.test(part) && !isData) to = /<([^>]*)>/.exec(part)?.[1] ?? '';
      const wasData = isData;
      isData = !wasData && /^DATA$/i.test(part);
      if (mood === 'busy') say('451 later');
      else say(isData ? '354 go on' : /^QUIT$/i.test(part) && !wasData ? '221 bye' : '250 fine');
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
      if (catcher.mood === 'busy') return 'busy';
      letters.push(letter);
      const told = waiting;
      waiting = [];
      for (const tell of told) tell();
      return catcher.mood;
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const to = (address: string) => letters.filter((letter) => letter.to === address);
  const catcher: SmtpCatcher = {
    mood: 'fine',
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
  return catcher;
}

/** The link of ours in a letter. */
export function linkIn({ text }: Caught): string {
  const found = /https?:\/\/\S+/.exec(text)?.[0];
  if (!found) throw new Error(`no link in: ${text}`);
  return found;
}
