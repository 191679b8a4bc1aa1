import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './ports';

/** The real, built app in a process of its own, started as `npm start` starts it. */
export interface App {
  readonly baseURL: string;
  readonly pid: number;
  /** The one-time link that a first start prints; null once somebody is an instructor. */
  readonly firstInstructorLink: string | null;
  /** Asks it to drain; answers with the exit code. */
  stop(): Promise<number | null>;
  /** kill -9, then waits until the process is gone. */
  kill(): Promise<void>;
  /** Everything it has said so far. */
  said(): string;
}

export interface AppOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** Further settings, such as BASE_URL. */
  readonly env?: Readonly<Record<string, string>>;
  /** Further words on the command line, such as --demo. */
  readonly words?: readonly string[];
  /** Left out: any free one. */
  readonly port?: number;
  /** The database is migrated: only serves, which starts in a fraction of the time. */
  readonly isPrepared?: boolean;
  /** What the server is started by, such as `['faketime', '+1 day']`. */
  readonly under?: readonly string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function startApp({ dataDir, databaseUrl, env = {}, words = [], ...how }: AppOptions): Promise<App> {
  const port = how.port ?? (await freePort());
  const { DATABASE_URL, BASE_URL, NODE_ENV, ...inherited } = process.env;
  const script = how.isPrepared ? 'tests/support/scripts/serve-built.mjs' : 'scripts/start.mjs';
  const command = [
    ...(how.under ?? []),
    ...[process.execPath, '--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', join(root, script)],
    ...['--port', String(port), '--data', dataDir, ...words],
  ];
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: root,
    env: {
      ...inherited,
      NODE_ENV: 'production',
      MALLOC_ARENA_MAX: '2',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: how.under !== undefined,
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  await ready(child, () => said);
  const end = (signal: NodeJS.Signals) => {
    // What starts it may be another process that stays before it: both are one group then, and end together.
    if (how.under && child.pid) process.kill(-child.pid, signal);
    else child.kill(signal);
    return exited;
  };
  return {
    baseURL: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    firstInstructorLink: /https?:\/\/\S+\/claim\/\S+/.exec(said)?.[0] ?? null,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
    said: () => said,
  };
}

/** Resolves once the address and the link stand there; rejects with all it said if the app ends before. */
function ready(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const read = () => {
      if (said().includes('Press Ctrl-C')) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The app ended with code ${code} before it was ready:\n${said()}`)));
  });
}
