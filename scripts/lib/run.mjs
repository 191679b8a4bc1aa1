import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** Runs a program to its end in the project folder. Quiet: its output is collected, to be shown if it fails. */
export function runQuietly(program, args, { env = process.env, timeout } = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      cwd: root,
      env,
      timeout,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...shellFor(program),
    });
    const collect = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (problem) => resolve({ ok: false, output: `${output}${problem.message}` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** Runs a program to its end with its output straight on the terminal; says whether it succeeded. */
export function runAloud(program, args, { env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      ...shellFor(program),
    });
    child.on('error', (problem) => {
      console.error(problem.message);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
}

/** On Windows npm is a script, which only a shell can start. */
function shellFor(program) {
  return process.platform === 'win32' && program === 'npm' ? { shell: true } : {};
}

/** The last lines of what a program said: enough to see why it failed. */
export function lastLines(text, count = 30) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
