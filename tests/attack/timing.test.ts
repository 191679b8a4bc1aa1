import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from '../support/app';
import { type SmtpCatcher, startSmtpCatcher } from '../support/smtp-catcher';
import { type Answered, signUpAt, Visitor } from '../support/visitor';

/** ATTACK_TRIES=200 measures as the bar asks; a few tries show a path that is left early, which is what usually goes wrong. */
const TRIES = Number(process.env.ATTACK_TRIES ?? 18);
const IS_FULL = TRIES >= 200;
const BOUND_MS = 10;

let app: App;
let smtp: SmtpCatcher;
let dataDir: string;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'defensible-timing-'));
  smtp = await startSmtpCatcher();
  app = await startApp({ dataDir, env: { SMTP_URL: smtp.url, MAIL_FROM: 'course@example.org' } });
}, 300_000);
afterAll(async () => {
  await app.stop();
  await smtp.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const bare = ({ status, text, headers }: Answered, email: string) =>
  JSON.stringify([status, text.replaceAll(email, 'X'), [...headers.keys()].filter((name) => name !== 'retry-after')]);

/**
 * Asks about an address that has an account and one that has none, in turns and each first as often, so that whatever else
 * the machine does falls on both. Answers the medians in milliseconds, known first.
 */
async function compare(known: (n: number) => string, ask: (email: string) => Promise<Answered>) {
  const times = { known: [] as number[], unknown: [] as number[] };
  const said = new Set<string>();
  const one = async (who: 'known' | 'unknown', n: number) => {
    const email = who === 'known' ? known(n) : `nobody-${n}-${TRIES}-known@example.org`;
    const from = performance.now();
    const reply = await ask(email);
    times[who].push(performance.now() - from);
    said.add(bare(reply, email));
  };
  for (let n = 0; n < TRIES; n += 1)
    for (const who of n % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) await one(who, n);
  expect([...said]).toHaveLength(1);
  return [median(times.known), median(times.unknown)] as const;
}

function expectAlike([known, unknown]: readonly [number, number]): void {
  const words = `${TRIES} tries: ${known.toFixed(1)} ms with an account, ${unknown.toFixed(1)} ms without`;
  console.info(words);
  if (IS_FULL) expect(Math.abs(known - unknown), words).toBeLessThan(BOUND_MS);
  else expect(Math.min(known, unknown) / Math.max(known, unknown), words).toBeGreaterThan(0.5);
}

/** Accounts enough that none reaches its limit of tries. */
async function accounts(triesEach: number): Promise<(n: number) => string> {
  const emails: string[] = [];
  for (let n = 0; n < Math.ceil(TRIES / triesEach); n += 1)
    emails.push((await signUpAt(app.baseURL, 'Ada Example')).email);
  return (n) => emails[n % emails.length] ?? '';
}

test('14 a wrong password is answered alike, in words and time, for an address with an account and one without', async () => {
  const known = await accounts(9);
  const signIn = (email: string) =>
    new Visitor(app.baseURL).send('POST', '/api/auth/sign-in/email', { body: { email, password: 'wrong battery' } });
  expectAlike(await compare(known, signIn));
}, 600_000);

test('14 a forgotten password is answered alike, in words and time, for an address with an account and one without', async () => {
  const known = await accounts(3);
  const forget = async (email: string) => {
    for (;;) {
      const reply = await new Visitor(app.baseURL).send('POST', '/api/auth/forgotten', { body: { email } });
      if (reply.status !== 429) return reply;
      // Sixty a minute from one place: wait until there is another.
      await new Promise((done) => setTimeout(done, 1_000 * Number(reply.headers.get('retry-after') ?? 1)));
    }
  };
  expectAlike(await compare(known, forget));
}, 900_000);
