import 'server-only';
import type { AppealRulingBody, AppealStatus } from '@/schemas/appeal';
import type { AppealId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import type { Tx } from '../db/open-database';
import { notify } from '../notices';
import { othersIn } from '../reviews/review-scope';

export type RulingRefusal =
  | 'unknown-appeal'
  | 'already-closed'
  | 'taken'
  | 'changed-since'
  | 'no-grade'
  | 'own-level'
  | 'not-higher';

export type Ruled = Outcome<{ readonly status: AppealStatus }, RulingRefusal>;

/** An appeal by a learner of the cohort other than the actor; null for any other, as if it did not exist. */
export async function findAppeal(db: Tx, actor: Actor, cohortId: string, appealId: AppealId) {
  return db
    .selectFrom('appeals')
    .selectAll()
    .where('id', '=', appealId)
    .where('appeals.learnerId', 'in', othersIn(db, cohortId, actor))
    .executeTakeFirst();
}
export type AppealRow = NonNullable<Awaited<ReturnType<typeof findAppeal>>>;

export interface Closing {
  readonly status: AppealStatus;
  readonly levelBefore?: string;
  readonly level?: string;
  readonly event?: number;
  readonly isAlone?: boolean;
  readonly scoreBefore?: string;
}

/** Closes an appeal, tells its learner and writes it down; in the transaction of what follows from the ruling. */
export async function closeAppeal(
  tx: Tx,
  actor: Actor,
  appeal: AppealRow,
  { cohortId, reason }: AppealRulingBody,
  { status, isAlone = false, ...more }: Closing,
  about: { readonly title: string; readonly href: string },
): Promise<void> {
  await tx
    .updateTable('appeals')
    .set({ status, openTarget: null, closedAt: Date.now(), rulerId: actor.learnerId, ruling: reason })
    .set({ ...more, isAlone: isAlone ? 1 : 0 })
    .where('id', '=', appeal.id)
    .execute();
  const words = { upheld: 'upheld', partly: 'upheld in part', rejected: 'rejected', open: '', withdrawn: '' }[status];
  await notify(tx, appeal.learnerId, `appeal:${appeal.id}`, {
    kind: 'appeal',
    title: `Your appeal was ${words}`,
    text: `${about.title}: ${reason}`.slice(0, 1_000),
    href: about.href,
  });
  await recordAct(tx, actor, {
    act: `appeal.${status}`,
    cohortId,
    subjectId: appeal.learnerId,
    details: {
      appealId: appeal.id,
      about: appeal.criterionId ?? appeal.itemId,
      ...(more.level ? { from: more.levelBefore ?? '', to: more.level } : {}),
      ...(isAlone ? { alone: 'ruled by the person who set the level: nobody else may' } : {}),
    },
  });
}

/** The same ruling once more, as a retry or from a second tab. */
export const isSameRuling = (appeal: AppealRow, actor: Actor, { reason, ruling }: AppealRulingBody): boolean =>
  appeal.rulerId === actor.learnerId &&
  appeal.ruling === reason &&
  (ruling.outcome === 'reject') === (appeal.status === 'rejected');
