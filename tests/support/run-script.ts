import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Finished {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a script of the project in a process of its own, as the commands run: tsx with React's server condition. */
export function runScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { child: ChildProcess; finished: Promise<Finished> } {
  const { DATABASE_URL, DATA_DIR, BASE_URL, NODE_OPTIONS, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', join(root, script), ...args], {
    cwd: root,
    env: { ...inherited, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const finished = new Promise<Finished>((resolve) => child.once('close', (code) => resolve({ code, output, errors })));
  return { child, finished };
}
