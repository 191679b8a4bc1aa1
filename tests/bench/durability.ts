import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '@/server/db/sqlite-adapter';

/** npm run bench:durability: what it costs that a commit is on the disk before it is acknowledged (synchronous FULL). */
const FOR_MS = 3_000;
const ROW = 'x'.repeat(2_000);

async function measure(level: 'FULL' | 'NORMAL'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'defensible-sync-'));
  const database = await openSqlite(join(folder, 'test.db'));
  database.exec(`pragma synchronous=${level}; create table records ("text" text)`);
  const times: number[] = [];
  const end = performance.now() + FOR_MS;
  while (performance.now() < end) {
    const started = performance.now();
    database.exec(`begin immediate; insert into records values ('${ROW}'); commit`);
    times.push(performance.now() - started);
  }
  database.close();
  rmSync(folder, { recursive: true, force: true });
  times.sort((one, other) => one - other);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(2);
  console.log(
    `synchronous=${level}: ${Math.round((times.length * 1_000) / FOR_MS)} commits/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
}

for (const level of ['FULL', 'NORMAL', 'FULL', 'NORMAL'] as const) await measure(level);
