import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { DRAWS } from './draws';
import { othersIn } from './review-scope';

const SALT = 'review-salt';
const ROWS_AT_ONCE = 200;

/** Made once for the installation, so that nobody can work out beforehand where a draft of theirs will stand. */
async function readSalt(): Promise<string> {
  const read = () => database().selectFrom('settings').select('value').where('key', '=', SALT).executeTakeFirst();
  const known = await read();
  if (known) return known.value;
  await database()
    .insertInto('settings')
    .values({ key: SALT, value: randomBytes(16).toString('hex') })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return (await read())?.value ?? '';
}

/** Random and yet always the same for one draft, so that an order by it is stable and a sample can be drawn again. */
function drawOf(salt: string, submissionId: string): number {
  return createHash('sha256').update(`${salt}:${submissionId}`).digest().readUInt32BE(0) % DRAWS;
}

/** Gives every graded draft of the cohort its place in the order. Running it again adds only what is new. */
export async function ensureEntries(actor: Actor, cohortId: string): Promise<void> {
  const missing = await database()
    .selectFrom('submissions')
    .innerJoin('grades', 'grades.submissionId', 'submissions.id')
    .leftJoin('review_entries', 'review_entries.submissionId', 'submissions.id')
    .select('submissions.id')
    .where('review_entries.submissionId', 'is', null)
    .where('submissions.learnerId', 'in', othersIn(database(), cohortId, actor))
    .execute();
  if (missing.length === 0) return;
  const salt = await readSalt();
  for (let start = 0; start < missing.length; start += ROWS_AT_ONCE)
    await database()
      .insertInto('review_entries')
      .values(
        missing.slice(start, start + ROWS_AT_ONCE).map(({ id }) => ({
          submissionId: id,
          draw: drawOf(salt, id),
          sketch: null,
          standing: null,
          standingEvent: null,
        })),
      )
      .onConflict((conflict) => conflict.column('submissionId').doNothing())
      .execute();
}
