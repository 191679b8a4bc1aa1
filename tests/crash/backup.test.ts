import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { summariseBackup } from '@/server/backup/read-backup';
import { writeBackup } from '@/server/backup/write-backup';
import { differingTables } from '@/server/db/copy/row-sum';
import { openSource } from '@/server/db/copy/source';
import { migrate } from '@/server/db/migrate';
import { type DatabaseAddress, openDatabase } from '@/server/db/open-database';
import {
  addAwkwardRows,
  empty,
  filled,
  folder,
  named,
  now,
  placeOf,
  restoredByCommand,
  run,
  sums,
  sumsByCommand,
  take,
} from '../support/backups';
import { ENGINES } from '../support/databases';
import { runScript } from '../support/run-script';

describe.each(ENGINES)('the commands, with a backup of %s', (engine) => {
  let address: DatabaseAddress;
  let whole: string;
  beforeAll(async () => {
    ({ address, whole } = await filled(engine));
  });

  test('killed in the middle leaves nothing under its name, and the next one tidies up', async () => {
    const place = mkdtempSync(join(folder, 'kill-'));
    const words = [...named(address), '--to', join(place, 'it.gz')];
    const { child, finished } = runScript('server/commands/backup.ts', words);
    while (child.exitCode === null && !readdirSync(place).some((name) => name.includes('.part-')))
      await new Promise((done) => setImmediate(done));
    child.kill('SIGKILL');
    await finished;
    expect(existsSync(join(place, 'it.gz'))).toBe(false);
    expect(readdirSync(place)).toHaveLength(1);
    const source = await openSource(address, { alone: false });
    await writeBackup(source, join(place, 'it.gz'), { app: 'test', takenAt: now }).finally(() => source.close());
    expect(readdirSync(place)).toEqual(['it.gz']);
  });

  test('is refused where people are, unless it is to replace them; the old ones are kept', async () => {
    const target = await restoredByCommand(whole, engine);
    const words = ['--from', whole, ...named(target)];
    const refused = await run('restore', words);
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.errors).toContain('holds a course with people in it');
    const replaced = await run('restore', [...words, '--replace']);
    expect(replaced).toMatchObject({ code: 0, errors: '' });
    expect(replaced.output).toMatch(/What was there before is in .*replaced[-_]\d{8}_\d{6}/);
    const aside = /is in (.*)\. Remove/.exec(replaced.output)?.[1] ?? '';
    if (target.engine === 'sqlite')
      expect(
        differingTables(
          (await summariseBackup(whole)).sums,
          await sums({ engine: 'sqlite', file: join(aside, 'defensible.db') }),
        ),
      ).toEqual([]);
  });

  test('is not restored into a database that somebody has open', async () => {
    const target = await empty(engine);
    const other = openDatabase(target);
    await migrate(other);
    await other.db.selectFrom('cohorts').select('id').execute();
    const words = ['--from', whole, ...named(target)];
    const refused = await run('restore', words);
    await other.close();
    expect(refused.code).toBe(1);
    expect(refused.errors).toMatch(/has .* open|are connected/);
  });

  test('killed while it is restored, the old database is as it was, and it can be restored again', async () => {
    const target = await restoredByCommand(whole, engine);
    const words = ['--replace', '--from', whole, ...named(target)];
    const { child, finished } = runScript('server/commands/restore.ts', words);
    const began = async () =>
      target.engine === 'sqlite'
        ? readdirSync(dirname(target.file)).some((name) => name.startsWith('.restoring-'))
        : await isRestoring(target.url);
    while (child.exitCode === null && !(await began())) await new Promise((done) => setTimeout(done, 5));
    child.kill('SIGKILL');
    await finished;
    expect(differingTables((await summariseBackup(whole)).sums, await sumsByCommand(target))).toEqual([]);
    const again = await run('restore', words);
    expect(again).toMatchObject({ code: 0, errors: '' });
    if (target.engine === 'sqlite')
      expect(readdirSync(dirname(target.file)).filter((name) => name.startsWith('.restoring-'))).toEqual([]);
    else expect(await isRestoring(target.url)).toBe(false);
  });
});

async function isRestoring(url: string): Promise<boolean> {
  const opened = openDatabase({ engine: 'postgres', url });
  const { rows } = await sql`select 1 from pg_namespace where nspname like 'restore\\_%'`.execute(opened.db);
  await opened.close();
  return rows.length > 0;
}

test('is refused where another key is set, and says what to do', async () => {
  const target = await empty('sqlite');
  const from = await empty('sqlite');
  const opened = openDatabase(from);
  await migrate(opened);
  await opened.close();
  await addAwkwardRows(from);
  const whole = await take(from);
  const words = ['--from', whole, '--data', placeOf(target)];
  const other = { AUTH_SECRET: 'x'.repeat(40) };
  const refused = await run('restore', words, other);
  expect(refused.errors).toMatch(/AUTH_SECRET is set here and is not the key .* add --sign-out/);
  expect(await run('restore', [...words, '--sign-out'], other)).toMatchObject({ code: 0, errors: '' });
});

test('a move takes everything to PostgreSQL and back, and refuses while the course is open', async () => {
  const from = await empty('sqlite');
  const opened = openDatabase(from);
  await migrate(opened);
  await addAwkwardRows(from);
  const to = await empty('postgres');
  const refused = await run('move', ['--data', placeOf(from), '--to', placeOf(to)]);
  expect(refused.errors).toContain('has');
  expect(refused.code).toBe(1);
  const live = await run('move', ['--live', '--data', placeOf(from), '--to', placeOf(to)]);
  expect(live).toMatchObject({ code: 0, errors: '' });
  await opened.close();
  const back = await empty('sqlite');
  const returned = await run('move', [placeOf(to), '--to', placeOf(back)]);
  expect(returned).toMatchObject({ code: 0, errors: '' });
  expect(differingTables(await sums(from), await sums(back))).toEqual([]);
  expect(readFileSync(join(placeOf(back), 'auth-secret'), 'utf8')).toHaveLength(43);
});
