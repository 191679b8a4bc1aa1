import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LearnerIdSchema } from '@/schemas/ids';
import { inTransaction } from '@/server/db/database';
import { recomputeRollups } from '@/server/rollups';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { runScript } from '../support/run-script';

/** A few with every run; `npm run test:crash` kills the whole app two hundred times on each engine. */
const KILLS = 8;

/** Runs the stream until it has acknowledged `wanted` hand-ins, kills it -9 then, and answers with what it acknowledged. */
async function killDuringStream(address: object, wanted: number): Promise<string[]> {
  const { child, finished } = runScript('tests/support/scripts/submit-stream.ts', [JSON.stringify(address)]);
  let seen = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    seen += chunk.toString().split('\n').length - 1;
    if (seen >= wanted) child.kill('SIGKILL');
  });
  const { code, output, errors } = await finished;
  // A process that ended by itself was not killed: it failed, and says how.
  if (code !== null) throw new Error(`the stream ended with ${code}:\n${errors}`);
  return output.split('\n').slice(0, -1);
}

describe.each(ENGINES)('kill -9 during a stream of hand-ins on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
  });
  afterAll(() => opened.discard());

  test(`${KILLS} kills lose no acknowledged hand-in and leave none half-stored`, async () => {
    const acknowledged: string[] = [];
    // Each round stops at another count, so that the kill falls at another moment of a transaction.
    for (let kill = 0; kill < KILLS; kill += 1)
      acknowledged.push(...(await killDuringStream(opened.address, 10 + kill * 3)));

    const stored = await opened.db
      .selectFrom('submissions')
      .leftJoin('grades', 'grades.submissionId', 'submissions.id')
      .select(['submissions.id', 'grades.overall', 'learnerId'])
      .execute();
    const ids = new Set(stored.map((row) => row.id));
    const lost = acknowledged.filter((id) => !ids.has(id));
    console.info(
      `${engine}: ${KILLS} kills, ${acknowledged.length} acknowledged, ${stored.length} stored, ${lost.length} lost`,
    );
    expect(acknowledged.length).toBeGreaterThan(KILLS * 10);
    expect(lost).toEqual([]);
    expect(stored.filter((row) => row.overall === null)).toEqual([]);

    const rollups = () => opened.db.selectFrom('learner_exercises').selectAll().orderBy('learnerId').execute();
    const running = await rollups();
    for (const learnerId of new Set(stored.map((row) => row.learnerId)))
      await inTransaction((tx) => recomputeRollups(tx, LearnerIdSchema.parse(learnerId)));
    expect(await rollups()).toEqual(running);
  }, 300_000);
});
