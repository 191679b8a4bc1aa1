import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileProblem } from '@/server/backup/backup-file';
import { summariseBackup } from '@/server/backup/read-backup';
import { differingTables } from '@/server/db/copy/row-sum';
import { DatabaseProblem } from '@/server/db/database-problem';
import { knownMigrations, migrate } from '@/server/db/migrate';
import { type DatabaseAddress, openDatabase } from '@/server/db/open-database';
import { addAwkwardRows, empty, filled, freshFile, handIn, into, placeOf, sums, take } from '../support/backups';
import { ENGINES } from '../support/databases';

describe.each(ENGINES)('a backup of %s', (engine) => {
  let address: DatabaseAddress;
  let whole: string;
  beforeAll(async () => {
    ({ address, whole } = await filled(engine));
  });

  test.each(ENGINES)('comes back row for row in %s, the key included', async (other) => {
    const target = await empty(other);
    const { sums: written, migrations } = await into(whole, target);
    expect(migrations).toEqual([]);
    const [before, after] = [await sums(address), await sums(target)];
    expect(differingTables(before, after)).toEqual([]);
    expect(differingTables(before, written)).toEqual([]);
    expect(after.get('submissions')?.rows).toBeGreaterThanOrEqual(12);
    if (target.engine === 'sqlite')
      expect(statSync(join(dirname(target.file), 'auth-secret')).mode & 0o777).toBe(0o600);
    // The tables take part in the next migration, and references hold again.
    const opened = openDatabase(target);
    expect(await migrate(opened)).toEqual([]);
    const orphan = { id: 'x', learnerId: 'nobody', scenarioId: 'S01', number: 1, openedAt: 1, variant: 0 };
    const inserted = opened.db.insertInto('attempts').values(orphan).execute();
    await expect(inserted).rejects.toThrow(/foreign key/i);
    await opened.close();
  });

  test('taken while people hand in, it holds whole hand-ins only and one instant', async () => {
    const taken: string[] = [];
    await handIn(address, 3, async () => {
      taken.push(await take(address), await take(address));
    });
    const counts: number[] = [];
    for (const file of taken) {
      const target = await empty(engine);
      await into(file, target);
      const opened = openDatabase(target);
      const rows = await opened.db
        .selectFrom('submissions')
        .leftJoin('grades', 'grades.submissionId', 'submissions.id')
        .select(['submissions.id', 'grades.overall'])
        .execute();
      await opened.close();
      expect(rows.filter((row) => row.overall === null)).toEqual([]);
      counts.push(rows.length);
    }
    expect(counts[1]).toBeGreaterThanOrEqual(counts[0] ?? 0);
  });

  test('of an older version is brought up to date where it is restored', async () => {
    const old = await empty(engine);
    const opened = openDatabase(old);
    await migrate(opened, { upTo: '0012-look-notes' });
    await sql`insert into "learners" ("id", "createdAt", "lastActiveAt") values ('old', 5, 6)`.execute(opened.db);
    await opened.close();
    const target = await empty(engine);
    const { migrations } = await into(await take(old), target);
    expect(migrations).toEqual(knownMigrations.slice(12));
    const fresh = openDatabase(target);
    const row = await fresh.db.selectFrom('learners').selectAll().where('id', '=', 'old').executeTakeFirst();
    await fresh.close();
    expect(row).toMatchObject({ createdAt: 5, lastActiveAt: 6 });
  });
});

/** With a last line that fits the lines before it, as a newer version would have written it. */
function signedAnew(text: string): string {
  const lines = text.trimEnd().split('\n');
  const before = lines.slice(0, -1).map((line) => `${line}\n`);
  const sha256 = createHash('sha256').update(before.join('')).digest('hex');
  return `${before.join('')}${(lines.at(-1) ?? '').replace(/[0-9a-f]{64}/, sha256)}\n`;
}

describe('a backup that is not what was written', () => {
  let whole: string;
  beforeAll(async () => {
    const address = await empty('sqlite');
    const opened = openDatabase(address);
    await migrate(opened);
    await opened.close();
    await addAwkwardRows(address);
    whole = await take(address);
  });

  /** The same backup with other bytes; refused with a sentence, and nothing is made of it. */
  async function refusal(bytes: Uint8Array): Promise<string> {
    const file = freshFile();
    writeFileSync(file, bytes);
    const target = await empty('sqlite');
    const error = await into(file, target).then(
      () => null,
      (problem: unknown) => problem,
    );
    expect(error).toBeInstanceOf(DatabaseProblem);
    expect(existsSync(placeOf(target))).toBe(false);
    return error instanceof Error ? error.message : '';
  }

  test('is whole as it is', async () => {
    expect((await summariseBackup(whole)).sums.get('user')?.rows).toBe(2);
  });

  test('is refused with any of its bytes flipped', async () => {
    const bytes = readFileSync(whole);
    // The ten bytes of the head of gzip say when and where it was packed; some of them mean nothing to a reader.
    for (let at = 10; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      expect(await refusal(flipped), `byte ${at}`).toMatch(/damaged|ends in the middle|not a backup/);
    }
  });

  test('is refused wherever it was cut off', async () => {
    const { size } = statSync(whole);
    for (const length of [0, 1, 5, 20, Math.floor(size / 2), size - 9, size - 1]) {
      const file = freshFile();
      writeFileSync(file, readFileSync(whole));
      truncateSync(file, length);
      expect(await refusal(readFileSync(file)), `${length} bytes`).toMatch(/ends in the middle|damaged/);
    }
  });

  test.each([
    [
      'a changed row',
      (text: string) => text.replace('one@example.org', 'eve@example.org'),
      /rows of user are not those/,
    ],
    ['a row less', (text: string) => text.replace(/\n\[[^\n]*two@example[^\n]*/, ''), /rows of user are not those/],
    [
      'a table less',
      (text: string) => text.replace(/\{"table":"webhooks".*\n\{"end":"webhooks".*\n/, ''),
      /lines are not those/,
    ],
    ['no last line', (text: string) => text.replace(/\{"backup".*\n$/, ''), /ends in the middle/],
    ['something after it', (text: string) => `${text}[1]\n`, /follows its last line/],
    [
      'a later version of the course',
      (text: string) => signedAnew(text.replace(/"(00\d\d-[a-z-]+)"\]/, '"$1","0099-later"]')),
      /newer version of the course/,
    ],
    ['a later format', (text: string) => text.replace('"version":1', '"version":2'), /newer version/],
    ['another file altogether', () => '{"hello":1}\n', /is not a backup of this course/],
  ])('is refused with %s, though it was packed anew', async (_, change, sentence) => {
    const text = gunzipSync(readFileSync(whole)).toString();
    const changed = change(text);
    expect(changed).not.toBe(text);
    expect(await refusal(gzipSync(changed))).toMatch(sentence);
  });

  test('a full disk and a missing folder are told as such', () => {
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
    expect(String(fileProblem(full, 'there.gz'))).toContain('no space left for there.gz');
    const missing = Object.assign(new Error('open'), { code: 'ENOENT' });
    expect(String(fileProblem(missing, 'there.gz'))).toContain('There is no there.gz');
  });
});
