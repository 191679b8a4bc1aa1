import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCourse } from '@/course/load-course';
import { startApp } from '../support/app';
import { modelRecord } from '../support/sample-record';
import { figuresOf } from './lib/process-figures';
import { Reader } from './lib/reader';

/** npm run bench:memory: what the built server holds after each of the steps by which it loads its parts. A minute or two. */
const PAUSE_MS = 8_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

const { course } = await loadCourse();
const dataDir = mkdtempSync(join(tmpdir(), 'defensible-memory-'));
const app = await startApp({ dataDir });
const note = (step: string) => console.log(`${figuresOf(app.pid).megabytes.toFixed(0).padStart(5)} MB  ${step}`);
try {
  note('ready');
  const reader = await new Reader(app.baseURL).enter();
  await reader.read('/');
  note('the first page, which loads the course');
  for (const { lesson } of course.lessons) await reader.read(`/lessons/${lesson.id}`);
  note('every lesson read');
  await reader.handIn('S01', modelRecord(course, 'S01'));
  await pause();
  note('the first hand-in, which starts the grading thread');
  for (const { scenario } of course.exercises) await reader.read(`/exercises/${scenario.id}`);
  note('every exercise opened');
  await pause();
  note('some seconds later');
} finally {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);
