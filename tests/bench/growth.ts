import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCourse } from '@/course/load-course';
import type { Course } from '@/schemas/course';
import { CohortIdSchema } from '@/schemas/ids';
import { selectItemAnalysis } from '@/server/analysis/item-analysis';
import { selectCohortOverview } from '@/server/dashboard/cohort-overview';
import { chooseDatabase, database } from '@/server/db/database';
import { migrate } from '@/server/db/migrate';
import { type DatabaseAddress, openDatabase } from '@/server/db/open-database';
import { learnerFacts, markLessonRead, selectProgress } from '@/server/progress';
import { selectRecallQueue } from '@/server/recall/queue';
import { selectHandIns, selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { addPeople } from '../support/growth-cohort';
import { actorOf, newInstructor, newLearner } from '../support/people';
import { createDatabase, startPostgres } from '../support/postgres';
import { modelRecord } from '../support/sample-record';
import { seedCohort } from '../support/seed-cohort';

/**
 * npm run bench:growth -- --sizes 1000,10000,100000 --engines sqlite,postgres: the same questions with ever more people in one
 * cohort, and one learner and one team of fifty among them. What a request asks for must cost the same at every size.
 */
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    engines: { type: 'string', default: 'sqlite,postgres' },
    runs: { type: 'string', default: '30' },
  },
});
const RUNS = Number(options.runs);
const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

/** Median and 95th percentile in milliseconds, the first time left out. */
async function timed(run: () => Promise<unknown>, runs = RUNS): Promise<string> {
  const times: number[] = [];
  for (let count = 0; count <= runs; count += 1) {
    const started = performance.now();
    await run();
    if (count > 0) times.push(performance.now() - started);
  }
  times.sort((one, other) => one - other);
  return [0.5, 0.95].map((share) => at(times, share).toFixed(1).padStart(9)).join('');
}

async function measure(course: Course, address: DatabaseAddress, people: number): Promise<void> {
  const opened = openDatabase(address);
  chooseDatabase(opened);
  await migrate(opened);
  const owner = await newInstructor();
  const started = performance.now();
  const seeded = await seedCohort(opened.db, course, people, address.engine === 'postgres');
  const seconds = ((performance.now() - started) / 1_000).toFixed(0);
  console.log(`\n${address.engine}, ${people} people, ${seeded.rows} rows, written in ${seconds} s; ms: p50, p95`);
  const everybody = CohortIdSchema.parse(seeded.cohortId);
  const team = await addPeople(opened.db, 50);
  const learner = await newLearner(team);
  const { actor } = learner;
  const [first] = course.lessons;
  if (!first) throw new Error('the course has no lesson');
  const handIn = modelRecord(course, 'S01');
  const send = () => submitHandIn(actor, { scenarioId: 'S01', handIn, idempotencyKey: randomUUID() } as never);
  const sent = await send();
  if (!sent.ok) throw new Error(sent.reason);
  const teacher = await actorOf(owner.headers);
  const query = { q: '', standing: 'all', sort: 'risk', after: '' } as const;
  const questions: readonly (readonly [string, () => Promise<unknown>, number?])[] = [
    ['who asks', () => actorOf(learner.headers)],
    ['one learner: progress', () => selectProgress(actor)],
    ['one learner: facts', () => learnerFacts(actor)],
    ['one learner: hand-ins', () => selectHandIns(actor, 'S01' as never)],
    ['one learner: a result', () => selectResult(actor, sent.value.submissionId)],
    ['one learner: what is due', () => selectRecallQueue(actor)],
    ['a lesson is read', () => markLessonRead(actor, first.lesson.id)],
    ['a hand-in, stored and graded', send],
    ['a team of fifty: who is at risk', () => selectCohortOverview(teacher, team, query)],
    ['everybody: who is at risk', () => selectCohortOverview(teacher, everybody, query), 5],
    ['everybody: all items', () => selectItemAnalysis(teacher, everybody), 5],
  ];
  for (const [name, run, runs] of questions) console.log(`  ${name.padEnd(34)}${await timed(run, runs)}`);
  await database().deleteFrom('analyses').execute();
  await opened.close();
}

const folder = mkdtempSync(join(tmpdir(), 'defensible-growth-'));
process.env.DATA_DIR = folder;
const { course } = await loadCourse();
globalThis.defensibleCourse = async () => course;
const sizes = options.sizes.split(',').map(Number);
try {
  for (const people of options.engines.includes('sqlite') ? sizes : [])
    await measure(course, { engine: 'sqlite', file: join(folder, `${people}.db`) }, people);
  if (options.engines.includes('postgres')) {
    const postgres = await startPostgres();
    try {
      for (const people of sizes)
        await measure(course, { engine: 'postgres', url: await createDatabase(postgres.url) }, people);
    } finally {
      await postgres.stop();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
