import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadCourse } from '@/course/load-course';
import type { Course } from '@/schemas/course';
import { CohortIdSchema, LearnerIdSchema } from '@/schemas/ids';
import type { Actor } from '@/server/actor';
import { selectItemAnalysis } from '@/server/analysis/item-analysis';
import { selectTrustFigures } from '@/server/analysis/trust-figures';
import { selectBelief, selectCohortGaps } from '@/server/dashboard/cohort-gaps';
import { selectCohortAggregate, selectCohortOverview } from '@/server/dashboard/cohort-overview';
import { selectCounting } from '@/server/dashboard/counting';
import { exportCohort } from '@/server/dashboard/export-cohort';
import { chooseDatabase, database } from '@/server/db/database';
import { migrate } from '@/server/db/migrate';
import { type DatabaseAddress, openDatabase } from '@/server/db/open-database';
import { selectLearnerRecord } from '@/server/instructor';
import { actorOf, newInstructor } from '../support/people';
import { createDatabase, startPostgres } from '../support/postgres';
import { seedCohort } from '../support/seed-cohort';

/**
 * npm run bench:desk [-- people]: every view of a cohort of ten thousand on both engines. For each view: the first time,
 * with nothing kept; then p50 and p95; and the longest time for which the process could answer nobody else.
 */
const PEOPLE = Number(process.argv[2] ?? 10_000);
const RUNS = 20;
const TICK_MS = 5;

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const ms = (value: number) => value.toFixed(1).padStart(9);

/** Notes the longest time for which a turn of the loop was late, as whoever else asks the server meanwhile would feel it. */
function watchLoop(): () => number {
  let [before, longest] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - before - TICK_MS);
    before = now;
  }, TICK_MS);
  return () => {
    clearInterval(timer);
    return Math.max(longest, performance.now() - before - TICK_MS);
  };
}

const measured: { readonly name: string; readonly p95: number; readonly block: number }[] = [];

async function measure(name: string, run: () => Promise<unknown>, runs = RUNS): Promise<void> {
  const end = watchLoop();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const times: number[] = [];
  for (let count = 0; count <= runs; count += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  // One more turn, so that a block at the very end is seen.
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  const block = Math.max(end(), delay.max / 1e6);
  const [first = 0, ...rest] = times;
  rest.sort((one, other) => one - other);
  const p95 = at(rest, 0.95);
  measured.push({ name, p95, block });
  console.log(`  ${name.padEnd(34)}${ms(first)}${ms(at(rest, 0.5))}${ms(p95)}${ms(block)}`);
}

async function drain(
  actor: Actor,
  cohort: ReturnType<typeof CohortIdSchema.parse>,
  what: 'overview' | 'attempts',
  most = Number.POSITIVE_INFINITY,
) {
  const made = await exportCohort(actor, { cohort, what, format: 'csv', q: '', standing: 'all' });
  const reader = made?.body.getReader();
  let bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > most) return reader?.cancel();
  }
  return bytes;
}

/** Counts as if nobody had before, and waits until it is done. */
async function countAnew(ask: () => Promise<{ readonly status: 'counted' | 'counting' }>): Promise<void> {
  await database().deleteFrom('analyses').execute();
  while ((await ask()).status === 'counting') await new Promise((resolve) => setTimeout(resolve, 50));
}

async function benchEngine(course: Course, address: DatabaseAddress): Promise<void> {
  const opened = openDatabase(address);
  chooseDatabase(opened);
  await migrate(opened);
  const owner = await newInstructor();
  const started = performance.now();
  const seeded = await seedCohort(opened.db, course, PEOPLE, address.engine === 'postgres');
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.log(`\n${address.engine}: ${seeded.people} people, ${seeded.rows} rows, written in ${seconds} s`);
  console.log(
    `  ${'view, in ms'.padEnd(34)}${['first', 'p50', 'p95', 'block'].map((word) => word.padStart(9)).join('')}`,
  );
  const actor = await actorOf(owner.headers);
  const cohort = CohortIdSchema.parse(seeded.cohortId);
  const query = { q: '', standing: 'all', sort: 'risk', after: '' } as const;
  await selectCohortOverview(actor, CohortIdSchema.parse('no-such-cohort'), query); // starts the thread
  await selectCohortAggregate(actor, CohortIdSchema.parse('self-paced'));
  // What the machine itself holds up: to be taken off every block below.
  await measure('nothing, for comparison', () => new Promise((resolve) => setTimeout(resolve, 100)));
  await measure('first reading, as pages ask for it', () => selectCounting(actor, cohort, 'board'), 1);
  await measure('overview, worst first', () => selectCohortOverview(actor, cohort, query));
  await measure('overview, by name', () => selectCohortOverview(actor, cohort, { ...query, sort: 'name' }));
  await measure('overview, by date', () => selectCohortOverview(actor, cohort, { ...query, sort: 'due' }));
  await measure('overview, a search', () => selectCohortOverview(actor, cohort, { ...query, q: 'person77' }));
  const page = await selectCohortOverview(actor, cohort, query);
  await measure('overview, the second page', () =>
    selectCohortOverview(actor, cohort, { ...query, after: page?.page.next ?? '' }),
  );
  await measure('for those who lead', () => selectCohortAggregate(actor, cohort));
  await measure('what the cohort gets wrong', () => selectCohortGaps(actor, cohort));
  const belief = course.misconceptions[0]?.id ?? '';
  await measure('who holds a belief', () => selectBelief(actor, cohort, belief));
  await measure('one person', () => selectLearnerRecord(actor, LearnerIdSchema.parse('seed-100009')));
  await measure('export of the overview, CSV', () => drain(actor, cohort, 'overview'), 3);
  await measure('export of attempts, first 5 MB', () => drain(actor, cohort, 'attempts', 5_000_000), 3);
  await measure('items: counting all', () => countAnew(() => selectItemAnalysis(actor, cohort)), 1);
  await measure('items: the figures', () => selectItemAnalysis(actor, cohort));
  await measure('trust: counting all', () => countAnew(() => selectTrustFigures(actor, cohort)), 1);
  await measure('trust: the figures', () => selectTrustFigures(actor, cohort));
  const other = CohortIdSchema.parse('self-paced');
  const counting = countAnew(() => selectItemAnalysis(actor, cohort));
  await measure('overview, while items are counted', () => selectCohortOverview(actor, cohort, query));
  await measure('a small cohort, the same time', () => selectCohortOverview(actor, other, query));
  await counting;
  await opened.close();
}

const folder = mkdtempSync(join(tmpdir(), 'defensible-bench-'));
process.env.DATA_DIR = folder;
const { course } = await loadCourse();
globalThis.defensibleCourse = async () => course;
const only = process.argv[3];
try {
  if (only !== 'postgres') await benchEngine(course, { engine: 'sqlite', file: join(folder, 'bench.db') });
  if (only !== 'sqlite') {
    const postgres = await startPostgres();
    try {
      await benchEngine(course, { engine: 'postgres', url: await createDatabase(postgres.url) });
    } finally {
      await postgres.stop();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
