import 'server-only';
import { statSync } from 'node:fs';
import { loadSecret } from './accounts/secret';
import { purgeTries } from './count-try';
import { checkSqliteFile } from './db/check-file';
import { database, openedDatabase } from './db/database';
import { migrate } from './db/migrate';
import { env } from './env';
import { gradePending, oldestPendingAt } from './grading';
import { giveUpHopeless } from './judge/claim-opinion';
import { makeLink } from './links';
import { logError } from './log';
import { purgePreviews } from './preview/preview';
import { purgeGuests } from './purge-guests';

export interface Prepared {
  readonly migrations: readonly string[];
  readonly purgedGuests: number;
  readonly gradedNow: number;
  /** Where the first owner claims their place; null once there is one. */
  readonly claimUrl: string | null;
}

/** Up to this size a full check of the file takes well under a second. */
const CHECK_UP_TO_BYTES = 256 * 1024 * 1024;

async function checkFile(): Promise<void> {
  const { address, db } = openedDatabase();
  if (address.engine === 'sqlite' && statSync(address.file).size <= CHECK_UP_TO_BYTES)
    await checkSqliteFile(db, address.file);
}

/** Broken content must not keep the server from starting: pages say what is wrong, and the next start tries again. */
async function gradeWaiting(): Promise<number> {
  if ((await oldestPendingAt()) === null) return 0;
  return gradePending().catch((error: unknown) => {
    logError('grading-at-start-failed', error);
    return 0;
  });
}

async function claimUrl(): Promise<string | null> {
  const owner = await database().selectFrom('owners').select('learnerId').executeTakeFirst();
  if (owner) return null;
  const { token } = await makeLink('claim-instructor', null);
  return `${env().baseUrl?.origin ?? `http://localhost:${env().port}`}/claim/${token}`;
}

/** Everything that must be true before the first request: tables, key, no stale guests, no waiting grade. */
export async function prepare(): Promise<Prepared> {
  const migrations = await migrate(openedDatabase());
  await checkFile();
  if (!env().authSecret) await loadSecret(openedDatabase());
  const purgedGuests = await purgeGuests();
  await purgePreviews();
  await purgeTries();
  await giveUpHopeless();
  return { migrations, purgedGuests, gradedNow: await gradeWaiting(), claimUrl: await claimUrl() };
}
