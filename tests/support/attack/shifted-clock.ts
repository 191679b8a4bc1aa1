import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib'].map(
  (folder) => `${folder}/faketime/libfaketimeMT.so.1`,
);

/**
 * Settings under which a process lives `days` from now: by libfaketime where it is installed, which shifts every clock of the
 * process, else by a module that shifts the one of JavaScript, the only one that the server asks.
 */
export function shiftedBy(days: number): Record<string, string> {
  const library = LIBRARIES.find((file) => existsSync(file));
  const by = `${days > 0 ? '+' : ''}${days}d`;
  if (library) return { LD_PRELOAD: library, FAKETIME: by, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
  const module = fileURLToPath(new URL('./shift-date.mjs', import.meta.url));
  return { NODE_OPTIONS: `--import=${module}`, SHIFT_DAYS: String(days) };
}
