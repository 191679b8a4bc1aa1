import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCourse } from '@/course/load-course';
import type { Course } from '@/schemas/course';
import { startApp } from '../support/app';
import { modelRecord } from '../support/sample-record';
import { figuresOf, type ProcessFigures, slope } from './lib/process-figures';
import { Reader } from './lib/reader';

/**
 * npm run bench:soak -- --minutes 60 --users 50: so many people read, answer, write and hand in, with pauses between, and go
 * and come as others. Every half minute: memory, open files and time used of the server. The last lines judge the second half
 * of the run: memory under 600 MB and flat, no more files open than before. DATABASE_URL asks for PostgreSQL.
 */
const { values: options } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, users: { type: 'string', default: '50' } },
});
const MINUTES = Number(options.minutes);
const USERS = Number(options.users);
const SAMPLE_MS = Math.min(30_000, (MINUTES * 60_000) / 20);
const MOST_MEGABYTES = 600;
/** What memory may rise by in an hour: a twentieth of what it may be. */
const MOST_RISE_AN_HOUR = 30;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const between = (least: number, most: number) => least + Math.random() * (most - least);
const oneOf = <Value>(values: readonly Value[]): Value => values[Math.floor(Math.random() * values.length)] as Value;

const counts = { asked: 0, failed: 0, handIns: 0, people: 0 };
const failures = new Map<string, number>();

async function study(reader: Reader, course: Course): Promise<void> {
  const { lesson, quiz } = oneOf(course.lessons);
  await reader.read(`/lessons/${lesson.id}`);
  await reader.write('PUT', `/api/lessons/${lesson.id}/read`, {});
  await reader.read(`/lessons/${lesson.id}/quiz`);
  const item = quiz.items.find(({ type }) => type === 'single-choice');
  const { view } = await reader.write('POST', '/api/quizzes', { lessonId: lesson.id, items: 'all' });
  const { attemptId } = view as { attemptId: string };
  if (item?.type !== 'single-choice') return;
  const response = { type: 'single-choice', chosen: oneOf(item.options).id };
  await reader
    .write('POST', `/api/attempts/${attemptId}/responses`, { itemId: item.id, response, confidence: 'sure' })
    // Answered in an earlier round of the same person.
    .catch((error: Error) => (error.message.includes('already-answered') ? null : Promise.reject(error)));
}

async function decide(reader: Reader, course: Course): Promise<void> {
  const { scenario } = oneOf(course.exercises);
  const record = modelRecord(course, scenario.id);
  await reader.read(`/exercises/${scenario.id}`);
  await reader
    .write('PUT', `/api/drafts/${scenario.id}`, { baseVersion: 0, handIn: record })
    .catch((error: Error) => (error.message.includes('stale-draft') ? null : Promise.reject(error)));
  const id = await reader.handIn(scenario.id, record);
  counts.handIns += 1;
  for (let tries = 0; tries < 20; tries += 1) {
    const page = await reader.read(`/results/${id}`);
    if (page.includes('your record, marked up')) break;
    await pause(1_000);
  }
}

const look = (reader: Reader) =>
  reader.read(
    oneOf(['/', '/glossary', '/search?q=latency', '/review', '/account', '/calibration', '/cases', '/studio']),
  );

/** One person after another in one seat, each for about ten rounds. */
async function occupySeat(baseURL: string, course: Course, until: number): Promise<void> {
  await pause(between(0, 20_000));
  while (Date.now() < until) {
    const reader = new Reader(baseURL);
    try {
      await reader.enter();
      counts.people += 1;
      for (let round = 0; round < 10 && Date.now() < until; round += 1) {
        const act = oneOf([look, look, study, study, decide]);
        await act(reader, course);
        counts.asked += 1;
        await pause(between(5_000, 25_000));
      }
    } catch (error) {
      counts.failed += 1;
      const text = `${error} ${error instanceof Error ? (error.cause ?? '') : ''}`.replaceAll(/[0-9a-f-]{20,}/g, '…');
      failures.set(text, (failures.get(text) ?? 0) + 1);
      await pause(2_000);
    }
  }
}

const WINDOWS = 6;

/** The sample with the least memory in each sixth of them. */
function lowest<Sample extends { readonly megabytes: number }>(samples: readonly Sample[]): Sample[] {
  const size = Math.ceil(samples.length / WINDOWS);
  return Array.from({ length: WINDOWS }, (_, index) => samples.slice(index * size, (index + 1) * size)).flatMap(
    (part) => part.toSorted((one, other) => one.megabytes - other.megabytes).slice(0, 1),
  );
}

function report(samples: readonly (ProcessFigures & { readonly minute: number })[]): boolean {
  // The first half fills caches and compiles hot code; a leak goes on in the second.
  const later = samples.filter(({ minute }) => minute >= MINUTES / 2);
  const most = Math.max(...samples.map(({ megabytes }) => megabytes));
  // Memory goes up and down as garbage comes and goes; what stays is what is left at the lowest of each while.
  const rise = slope(lowest(later).map(({ minute, megabytes }) => [minute / 60, megabytes]));
  const [first, last] = [later[0], later.at(-1)];
  const moreFiles = (last?.files ?? 0) - (first?.files ?? 0);
  console.log(`${counts.people} people, ${counts.asked} rounds, ${counts.handIns} hand-ins, ${counts.failed} failures`);
  for (const [text, count] of failures) console.log(`  ${count} × ${text}`);
  const lines: readonly (readonly [string, string, boolean])[] = [
    [`memory, the most: ${most.toFixed(0)} MB`, `under ${MOST_MEGABYTES}`, most < MOST_MEGABYTES],
    [`memory, second half: ${rise.toFixed(1)} MB an hour`, `at most ${MOST_RISE_AN_HOUR}`, rise <= MOST_RISE_AN_HOUR],
    [`open files, second half: ${moreFiles} more`, 'at most 10', moreFiles <= 10],
    [`failures: ${counts.failed}`, 'none', counts.failed === 0],
  ];
  for (const [is, may, isKept] of lines) console.log(`${isKept ? 'kept  ' : 'BROKEN'}  ${is} (${may})`);
  return lines.every(([, , isKept]) => isKept);
}

const dataDir = mkdtempSync(join(tmpdir(), 'defensible-soak-'));
const { course } = await loadCourse();
const databaseUrl = process.env.DATABASE_URL;
const app = await startApp({ dataDir, ...(databaseUrl ? { databaseUrl } : {}) });
const started = Date.now();
const until = started + MINUTES * 60_000;
const samples: (ProcessFigures & { readonly minute: number })[] = [];
console.log(`${databaseUrl ? 'PostgreSQL' : 'SQLite'}, ${USERS} people at a time, ${MINUTES} minutes`);
console.log('minute   MB  files  CPU ms/s  rounds');
const timer = setInterval(() => {
  const figures = { minute: (Date.now() - started) / 60_000, ...figuresOf(app.pid) };
  const before = samples.at(-1);
  const busy = before ? (figures.cpuMs - before.cpuMs) / ((figures.minute - before.minute) * 60) : 0;
  samples.push(figures);
  const cells = [figures.minute.toFixed(1).padStart(6), figures.megabytes.toFixed(0).padStart(5)];
  console.log([...cells, String(figures.files).padStart(6), busy.toFixed(0).padStart(9), counts.asked].join(' '));
}, SAMPLE_MS);
await Promise.all(Array.from({ length: USERS }, () => occupySeat(app.baseURL, course, until)));
clearInterval(timer);
const isKept = report(samples);
await app.stop();
rmSync(dataDir, { recursive: true, force: true });
process.exit(isKept ? 0 : 1);
