import 'server-only';
import type { JobBody } from '@/schemas/job';
import { database } from '../db/database';
import { applySome, undoSome } from './apply';
import { collectSome } from './collect';
import { previewSome } from './preview';
import { nextSlice, type RegradeRow, readRegrade } from './regrades';

/** After this long the rest waits as a job of its own: reminders and others get their turn, and a stop is soon done. */
const SLICE_MS = 4_000;

/** One handful of whatever is next. Null where nothing is under way. */
function runSome(regrade: RegradeRow): Promise<boolean> | null {
  switch (regrade.status) {
    case 'collecting':
      return collectSome(regrade);
    case 'grading':
      return previewSome(regrade);
    case 'applying':
      return applySome(regrade);
    case 'undoing':
      return undoSome(regrade);
    default:
      return null;
  }
}

/** A slice of a regrade. Everything that was done is in the rows, so after a kill another slice goes on from there. */
export async function runRegrade({ regradeId }: Extract<JobBody, { kind: 'regrade' }>): Promise<void> {
  const until = Date.now() + SLICE_MS;
  for (;;) {
    const regrade = await readRegrade(database(), regradeId);
    const step = regrade && runSome(regrade);
    if (!step) return;
    await step;
    if (Date.now() > until) return nextSlice(database(), regradeId);
  }
}
