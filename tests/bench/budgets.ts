import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { loadCourse } from '@/course/load-course';
import { type App, startApp } from '../support/app';
import { modelRecord } from '../support/sample-record';
import { measurePaint } from './lib/paint';
import { figuresOf } from './lib/process-figures';
import { Reader } from './lib/reader';
import { serveFloor } from './lib/static-floor';

/**
 * npm run bench:budgets [-- --requests 300]: one table of what the built app may cost. Times depend on the machine and on who
 * else uses it, so each stands beside one measured in the same run: server time beside a handler that does nothing, the first
 * paint beside the same lesson as a file that nginx serves (skipped where it is not installed).
 */
const { values: options } = parseArgs({
  options: { requests: { type: 'string', default: '300' }, 'without-browser': { type: 'boolean', default: false } },
});
const REQUESTS = Number(options.requests);
const LESSON = '/lessons/from-slogan-to-statement';
/** A page may take 5 ms of the server where a handler that does nothing takes 0.95 (measured on one machine). */
const MOST_TIMES_A_HANDLER = 5 / 0.95;

interface Line {
  readonly what: string;
  readonly is: string;
  readonly may: string;
  readonly isKept: boolean | null;
}
const lines: Line[] = [];

function note(...measured: readonly Line[]): void {
  lines.push(...measured);
  for (const { what, is, may, isKept } of measured) {
    const verdict = isKept === null ? '' : isKept ? 'kept' : 'OVER';
    console.log(`${verdict.padEnd(6)}${what.padEnd(42)}${is.padStart(18)}   ${may}`);
  }
}

/** Milliseconds of the server's time for one request, all its threads together. */
async function cpuOf(app: App, reader: Reader, path: string): Promise<number> {
  // The first requests compile code and fill caches.
  for (let count = 0; count < Math.min(50, REQUESTS); count += 1) await reader.read(path);
  const before = figuresOf(app.pid).cpuMs;
  for (let count = 0; count < REQUESTS; count += 1) await reader.read(path);
  return (figuresOf(app.pid).cpuMs - before) / REQUESTS;
}

async function measurePages(app: App, reader: Reader, resultPath: string): Promise<void> {
  const handler = await cpuOf(app, reader, '/livez');
  note({ what: 'server time, a handler', is: `${handler.toFixed(1)} ms`, may: 'for comparison', isKept: null });
  const pages = ['/', LESSON, `${LESSON}/quiz`, '/glossary', '/exercises/S01', resultPath, '/review', '/account'];
  for (const path of pages) {
    const own = await cpuOf(app, reader, path);
    const times = own / Math.max(handler, 0.1);
    note({
      what: `server time, ${path.replace(/[0-9a-f-]{30,}/, '…')}`,
      is: `${own.toFixed(1)} ms, ${times.toFixed(1)} ×`,
      may: `5 ms, or ${MOST_TIMES_A_HANDLER.toFixed(1)} ×`,
      isKept: own <= 5 || times <= MOST_TIMES_A_HANDLER,
    });
  }
}

async function measureBrowser(app: App, reader: Reader): Promise<void> {
  const floor = await serveFloor(await reader.read(LESSON), app.baseURL);
  try {
    const own = await measurePaint(app.baseURL + LESSON);
    const least = floor && (await measurePaint(floor.url + LESSON));
    if (least)
      note({
        what: 'largest paint, the lesson as a file',
        is: `${least.largestMs.toFixed(0)} ms`,
        may: 'for comparison',
        isKept: null,
      });
    note(
      {
        what: 'largest paint, a lesson on a phone',
        is: `${own.largestMs.toFixed(0)} ms`,
        may: '1,500 ms',
        isKept: own.largestMs <= 1_500,
      },
      {
        what: 'slowest answer to a press on a phone',
        is: `${own.slowestMs.toFixed(0)} ms`,
        may: '100 ms',
        isKept: own.slowestMs <= 100,
      },
    );
  } finally {
    await floor?.stop();
  }
}

/** The script that is fetched when somebody is about to write, as a compressing server would send it. */
function measureEditor(): void {
  const folder = join(process.cwd(), 'public/monaco');
  const [version = ''] = readdirSync(folder);
  const kib = gzipSync(readFileSync(join(folder, version, 'editor.js'))).length / 1_024;
  note({ what: 'editor, when it is wanted', is: `${kib.toFixed(0)} KiB`, may: '750 KiB', isKept: kib <= 750 });
}

const dataDir = mkdtempSync(join(tmpdir(), 'defensible-budgets-'));
const { course } = await loadCourse();
const app = await startApp({ dataDir });
try {
  const reader = await new Reader(app.baseURL).enter();
  await reader.read('/');
  const record = modelRecord(course, 'S01');
  await reader.handIn('S01', record); // starts the grading thread
  const sentAt = performance.now();
  const result = `/results/${await reader.handIn('S01', record)}`;
  await reader.read(result);
  const graded = performance.now() - sentAt;
  note({
    what: 'handed in, graded and read',
    is: `${graded.toFixed(0)} ms`,
    may: '2,000 ms',
    isKept: graded < 2_000,
  });
  measureEditor();
  await measurePages(app, reader, result);
  if (!options['without-browser']) await measureBrowser(app, reader);
  const { megabytes } = figuresOf(app.pid);
  note({
    what: 'memory of the server',
    is: `${megabytes.toFixed(0)} MB`,
    may: '600 MB',
    isKept: megabytes < 600,
  });
} finally {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(lines.some(({ isKept }) => isKept === false) ? 1 : 0);
