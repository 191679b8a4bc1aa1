import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCourse } from '@/course/load-course';
import { sizeOf } from '@/server/backup/command-line';
import { restore } from '@/server/backup/restore';
import { writeBackup } from '@/server/backup/write-backup';
import { openSource } from '@/server/db/copy/source';
import { migrate } from '@/server/db/migrate';
import { type DatabaseAddress, openDatabase } from '@/server/db/open-database';
import { createDatabase, startPostgres } from '../support/postgres';
import { seedCohort } from '../support/seed-cohort';

/**
 * npm run bench:backup [-- people [sqlite|postgres]]: how long it takes to back up and to restore a cohort of ten thousand,
 * both with everything compared. The first is what a backup by the clock adds to BACKUP_EVERY_MIN (how much can be lost), the second
 * how long people wait on a bad day.
 */
const PEOPLE = Number(process.argv[2] ?? 10_000);
const only = process.argv[3];
const folder = mkdtempSync(join(tmpdir(), 'defensible-bench-'));

async function timed<Value>(name: string, work: () => Promise<Value>, say: (value: Value) => string): Promise<Value> {
  const started = performance.now();
  const value = await work();
  const seconds = ((performance.now() - started) / 1_000).toFixed(1).padStart(7);
  console.log(`  ${name.padEnd(10)}${seconds} s  ${say(value)}  (${sizeOf(process.memoryUsage().rss)} of memory)`);
  return value;
}

async function bench(from: DatabaseAddress, to: DatabaseAddress): Promise<void> {
  const { course } = await loadCourse();
  const opened = openDatabase(from);
  await migrate(opened);
  const seeded = await seedCohort(opened.db, course, PEOPLE, from.engine === 'postgres');
  await opened.close();
  console.log(`\n${from.engine}: ${seeded.people} people, ${seeded.rows} rows`);
  const file = join(folder, `${from.engine}.jsonl.gz`);
  const now = new Date();
  const take = async () => {
    const source = await openSource(from, { alone: false });
    return writeBackup(source, file, { app: 'bench', takenAt: now }).finally(() => source.close());
  };
  await timed('backup', take, ({ bytes }) => sizeOf(bytes));
  const back = () => restore(file, to, { replace: false, signOut: false, now });
  await timed('restore', back, ({ sums }) => `${sums.size} tables alike`);
}

try {
  const file = (name: string): DatabaseAddress => ({ engine: 'sqlite', file: join(folder, name, 'defensible.db') });
  if (only !== 'postgres') await bench(file('from'), file('to'));
  if (only !== 'sqlite') {
    const postgres = await startPostgres();
    try {
      const fresh = async (): Promise<DatabaseAddress> => ({
        engine: 'postgres',
        url: await createDatabase(postgres.url),
      });
      await bench(await fresh(), await fresh());
    } finally {
      await postgres.stop();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
