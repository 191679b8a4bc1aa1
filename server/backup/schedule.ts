import 'server-only';
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { env } from '../env';
import { logError, logInfo } from '../log';
import { count, onScrape } from '../observe';
import { removable, takenAt } from './keep-which';

const LOOK_EVERY_MS = 15_000;
/** A backup never takes more than this part of the time, however often it is asked for. */
const REST = 4;

/** Next loads modules more than once, hence globalThis. */
const slot = Symbol.for('defensible.backups');
const holder: typeof globalThis & { [slot]?: true } = globalThis;

const newest = (folder: string): number => Math.max(0, ...readdirSync(folder).map((name) => takenAt(name) ?? 0));

/**
 * Takes one in a process of its own: packing and hashing would keep everybody waiting in this one. It runs the command
 * that people run, with less claim to the processor.
 */
function runBackup(folder: string): Promise<void> {
  const command = ['--conditions=react-server', '--import', 'tsx', 'server/commands/backup.ts', '--to', folder];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...command], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000);
    });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said.trim() || `ended with ${code}`))));
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  });
}

/** Takes a backup and removes those that may go. Never rejects: a failure is logged and tried again. */
async function takeOne(folder: string, keep: number): Promise<void> {
  const started = Date.now();
  try {
    await runBackup(join(folder, '/'));
    for (const name of removable(readdirSync(folder), keep)) rmSync(join(folder, name));
    count('defensible_backups_total', { outcome: 'done' });
    logInfo('backup-taken', { ms: Date.now() - started });
  } catch (error) {
    count('defensible_backups_total', { outcome: 'failed' });
    logError('backup-failed', error);
  }
}

/**
 * Takes backups by itself where BACKUP_DIR is set. The names in that folder say when the last one was taken, so a restart
 * neither forgets one nor takes one too many, and no row is written for it.
 */
export function startBackups(): void {
  const { backups } = env();
  if (!backups || holder[slot]) return;
  holder[slot] = true;
  const { folder, everyMs, keep } = backups;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  onScrape(async () => [['defensible_last_backup_timestamp_seconds', {}, newest(folder) / 1_000]]);
  let notBefore = 0;
  const look = async () => {
    const now = Date.now();
    if (now >= notBefore && now - newest(folder) >= everyMs) {
      await takeOne(folder, keep);
      notBefore = Date.now() + REST * (Date.now() - now);
    }
  };
  const schedule = () => {
    const next = () =>
      void look()
        .catch((error: unknown) => logError('backup-failed', error))
        .finally(schedule);
    setTimeout(next, LOOK_EVERY_MS).unref();
  };
  schedule();
}
