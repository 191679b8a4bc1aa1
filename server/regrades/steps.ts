import 'server-only';
import { getCourse } from '@/course/course';
import type { RegradeId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { RegradeStepBody } from '@/schemas/regrade';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { currentReceipt } from './current-receipt';
import { findRegrade, nextSlice, type RegradeRow } from './regrades';

export type StepRefusal = 'unknown-regrade' | 'stale-preview' | 'content-changed' | 'not-now' | 'unknown-line';
type Stepped = Outcome<{ readonly version: number }, StepRefusal>;
type Versioned = Exclude<RegradeStepBody, { step: 'continue' }>;

/** In which state a step may be taken, and what the state is then. */
const FROM_TO = {
  change: ['ready', 'ready'],
  hold: ['ready', 'ready'],
  apply: ['ready', 'applying'],
  undo: ['applied', 'undoing'],
  drop: ['ready', 'dropped'],
} as const;

const ACTS = { apply: 'regrade.applied', undo: 'regrade.undone', drop: 'regrade.dropped' } as const;

function setBy(actor: Actor, body: Versioned) {
  if (body.step === 'change')
    return {
      neverLowerOverall: body.neverLowerOverall ? 1 : 0,
      neverLowerCriteria: body.neverLowerCriteria ? 1 : 0,
    };
  if (body.step === 'apply') return { appliedById: actor.learnerId };
  return body.step === 'undo' ? { undoneById: actor.learnerId } : {};
}

type Hold = Extract<Versioned, { step: 'hold' }>;

const hasLine = async (tx: Tx, id: RegradeId, { submissionId }: Hold): Promise<boolean> => {
  const line = await tx
    .selectFrom('regrade_lines')
    .select('submissionId')
    .where('regradeId', '=', id)
    .where('submissionId', '=', submissionId)
    .executeTakeFirst();
  return line !== undefined;
};

async function hold(tx: Tx, id: RegradeId, { submissionId, isHeld }: Hold): Promise<void> {
  await tx
    .updateTable('regrade_lines')
    .set({ isHeld: isHeld ? 1 : 0 })
    .where('regradeId', '=', id)
    .where('submissionId', '=', submissionId)
    .execute();
}

/** The version is the ticket: of two people, or two tabs, the second is told that the preview is another one now. */
async function takeStep(tx: Tx, actor: Actor, regrade: RegradeRow, body: Versioned): Promise<Stepped> {
  const [from, to] = FROM_TO[body.step];
  const id = regrade.id as RegradeId;
  // Looked for first: a draft that is not there must not use up the version.
  if (body.step === 'hold' && !(await hasLine(tx, id, body))) return { ok: false, reason: 'unknown-line' };
  const moved = await tx
    .updateTable('regrades')
    .set((eb) => ({ status: to, version: eb('version', '+', 1), ...setBy(actor, body) }))
    .where('id', '=', id)
    .where('status', '=', from)
    .where('version', '=', body.version)
    .returning('version')
    .executeTakeFirst();
  if (!moved) {
    const isDone = regrade.status === to && from !== to && regrade.version === body.version + 1;
    // The same press once more, after the answer to it was lost.
    if (isDone) return { ok: true, value: { version: regrade.version } };
    return { ok: false, reason: regrade.version === body.version ? 'not-now' : 'stale-preview' };
  }
  if (body.step === 'hold') await hold(tx, id, body);
  if (body.step === 'apply' || body.step === 'undo') await nextSlice(tx, id);
  if (body.step in ACTS)
    await recordAct(tx, actor, {
      act: ACTS[body.step as keyof typeof ACTS],
      cohortId: regrade.cohortId,
      details: { regradeId: id, reason: regrade.reason.slice(0, 200) },
    });
  return { ok: true, value: { version: moved.version } };
}

/** Goes on where a process was lost, and gives drafts that failed another try. Harmless where all is well. */
async function goOn(tx: Tx, regrade: RegradeRow): Promise<Stepped> {
  const isPreview = ['collecting', 'grading', 'ready'].includes(regrade.status);
  const again = isPreview
    ? await tx
        .updateTable('regrade_lines')
        .set({ state: 'waiting' })
        .where('regradeId', '=', regrade.id)
        .where('state', '=', 'failed')
        .returning('submissionId')
        .execute()
    : [];
  if (again.length > 0 && regrade.status === 'ready')
    await tx.updateTable('regrades').set({ status: 'grading' }).where('id', '=', regrade.id).execute();
  await nextSlice(tx, regrade.id);
  return { ok: true, value: { version: regrade.version } };
}

/** Changes what a preview would do, applies it, takes it back, drops it, or goes on with it. */
export async function stepRegrade(actor: Actor, id: RegradeId, body: RegradeStepBody): Promise<Stepped> {
  const today = body.step === 'apply' ? await currentReceipt(await getCourse()) : null;
  return inTransaction(async (tx) => {
    const regrade = await findRegrade(tx, actor, id, 'change a regrade');
    if (!regrade) return { ok: false, reason: 'unknown-regrade' };
    if (body.step === 'continue') return goOn(tx, regrade);
    if (today && regrade.kind === 'receipt' && regrade.computedWith !== today.id && regrade.status === 'ready')
      return { ok: false, reason: 'content-changed' };
    return takeStep(tx, actor, regrade, body);
  });
}
