import 'server-only';
import { createHmac } from 'node:crypto';
import { env } from '../env';

/** Tells one key from another and gives nothing of it away: a key has at least 32 characters, so none can be guessed. */
export const keyPrint = (key: string): string =>
  createHmac('sha256', key).update('which key a backup goes with').digest('hex').slice(0, 16);

/** The key that cookies are signed with: the setting where there is one, else the one kept with the data. */
export const keyInForce = (kept: string | null): string | null => env().authSecret ?? kept;
