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
}

export interface AppOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** Further settings, such as BASE_URL. */
  readonly env?: Readonly<Record<string, string>>;
  /** Further words on the command line, such as --demo. */
  readonly words?: readonly string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function startApp({ dataDir, databaseUrl, env = {}, words = [] }: AppOptions): Promise<App> {
  const port = await freePort();
  const { DATABASE_URL, BASE_URL, NODE_ENV, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/start.mjs'), '--port', String(port), '--data', dataDir, ...words],
    {
      cwd: root,
      env: {
        ...inherited,
        NODE_ENV: 'production',
        ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const output = await ready(child);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exited;
  };
  return {
    baseURL: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    firstInstructorLink: /https?:\/\/\S+\/claim\/\S+/.exec(output)?.[0] ?? null,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}

/** Resolves with everything said until the address and the link stand there; rejects with it if the app ends before. */
function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Press Ctrl-C')) resolve(output);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The app ended with code ${code} before it was ready:\n${output}`)));
  });
}
