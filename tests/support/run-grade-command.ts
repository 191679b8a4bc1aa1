import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly problems: string;
}

/** `npm run grade` as scripts outside the project call it: a process with arguments, called from some folder. */
export function runGradeCommand(args: readonly string[], from: string): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'course/commands/grade.ts', ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: from },
  });
  let [out, problems] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    problems += chunk;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, problems })));
}
