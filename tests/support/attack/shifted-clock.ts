import { fileURLToPath } from 'node:url';

const MODULE = fileURLToPath(new URL('./shift-date.mjs', import.meta.url));

/**
 * Settings under which a process lives `days` from now. Shifted is the clock of JavaScript, in its threads too: it is the only
 * one that the server asks, for its statements name no time of the database.
 */
export function shiftedBy(days: number): Record<string, string> {
  return { NODE_OPTIONS: `--import=${MODULE}`, SHIFT_DAYS: String(days) };
}
