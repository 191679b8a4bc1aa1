import 'server-only';
import { type JobBody, JobBodySchema } from '@/schemas/job';
import { toJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';
import { newId } from '../new-id';

export interface NewJob {
  /** What makes it this job and no other: with a key that was there before, nothing is added. */
  readonly key: string;
  readonly body: JobBody;
  readonly runAfter: number;
  /** Whose instructors are told when it is given up. */
  readonly cohortId?: string;
}

/** Notes work for later, in the transaction of what asks for it: both are there, or neither. */
export async function enqueue(tx: Db | Tx, { key, body, runAfter, cohortId }: NewJob): Promise<void> {
  await tx
    .insertInto('jobs')
    .values({
      id: newId(),
      key,
      kind: body.kind,
      body: toJson(JobBodySchema.parse(body)),
      cohortId: cohortId ?? null,
      createdAt: Date.now(),
      runAfter,
      tries: 0,
      leaseUntil: null,
      leaseOwner: null,
      doneAt: null,
      failedAt: null,
      lastError: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}
