import 'server-only';
import type { CohortId } from '@/schemas/ids';
import { type InviteDays, type RosterLine, RosterLineSchema } from '@/schemas/invite';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { requireIn } from '../authority';
import { inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { SELF_PACED_COHORT } from '../self-paced-cohort';
import { type InviteRefusal, joinUrl, newInviteRow, whyClosed } from './invites';
import { type Known, keyOf, type PlannedLine, planList } from './plan-list';
import { type ListLine, type ListRefusal, readList } from './read-list';

/** SQLite takes 32,766 values in one statement. */
const AT_ONCE = 500;

function chunks<Value>(values: readonly Value[]): Value[][] {
  const count = Math.ceil(values.length / AT_ONCE);
  return Array.from({ length: count }, (_, index) => values.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
}

/** Reads only what the actor may know anyway: who is in cohorts that they run. Whether an address has an account is not told. */
async function readKnown(tx: Tx, actor: Actor, cohortId: CohortId, lines: readonly ListLine[]): Promise<Known> {
  const here = new Map<string, 'active' | 'withdrawn'>();
  const elsewhere = new Map<string, string>();
  const invited = new Set<string>();
  const addresses = [...new Set(lines.map(({ email }) => email.toLowerCase()))];
  for (const some of chunks(addresses)) {
    const places = await tx
      .selectFrom('enrolments')
      .innerJoin('user', 'user.id', 'enrolments.learnerId')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .select(['user.email', 'cohortId', 'cohorts.name', 'role', 'status'])
      .where('user.email', 'in', some)
      .where('cohortId', 'in', actor.teaches)
      .execute();
    for (const { email, cohortId: id, name, role, status } of places) {
      if (id === cohortId) here.set(keyOf(email, role), status === 'active' ? 'active' : 'withdrawn');
      else if (id !== SELF_PACED_COHORT.id && status === 'active') elsewhere.set(email, name);
    }
    const open = await tx
      .selectFrom('invites')
      .select(['email', 'role'])
      .where('cohortId', '=', cohortId)
      .where('email', 'in', some)
      .where('revokedAt', 'is', null)
      .where('expiresAt', '>', Date.now())
      .whereRef('uses', '<', 'maxUses')
      .execute();
    for (const { email, role } of open) if (email !== null) invited.add(keyOf(email, role));
  }
  return { here, elsewhere, invited };
}

async function endEarlier(tx: Tx, cohortId: CohortId, planned: readonly PlannedLine[], now: number): Promise<void> {
  for (const { email, asRole } of planned.filter(({ status }) => status === 'again'))
    await tx
      .updateTable('invites')
      .set({ revokedAt: now })
      .where('cohortId', '=', cohortId)
      .where('email', '=', email)
      .where('role', '=', asRole)
      .where('revokedAt', 'is', null)
      .execute();
}

interface Import {
  readonly text: string;
  readonly days: InviteDays;
  readonly mode: 'check' | 'apply';
  readonly origin?: string | undefined;
}

async function applyPlan(
  tx: Tx,
  actor: Actor,
  cohortId: CohortId,
  planned: readonly PlannedLine[],
  { days, origin }: Import,
): Promise<PlannedLine[]> {
  const now = Date.now();
  await endEarlier(tx, cohortId, planned, now);
  const made = planned.map((line) => {
    if (line.asRole === null) return { line, row: null };
    const terms = { role: line.asRole, label: '', days, maxUses: 1, email: line.email, name: line.name || null };
    const { token, row } = newInviteRow(actor, cohortId, terms, now);
    return { line: { ...line, url: joinUrl(token, origin) }, row };
  });
  const rows = made.map(({ row }) => row).filter((row) => row !== null);
  for (const some of chunks(rows)) await tx.insertInto('invites').values(some).execute();
  if (rows.length > 0)
    await recordAct(tx, actor, { act: 'list.imported', cohortId, details: { invited: rows.length } });
  return made.map(({ line }) => line);
}

/**
 * Says what would happen to each line of a list of people, or makes it happen: one personal link a line, which is in the
 * reply and nowhere else. All of it or nothing. Applied a second time, the new links replace the unused ones.
 */
export async function importList(
  actor: Actor,
  cohortId: CohortId,
  asked: Import,
): Promise<Outcome<RosterLine[], InviteRefusal | ListRefusal, string>> {
  requireIn(actor, cohortId, 'manage', 'import a list of people');
  const list = readList(asked.text);
  if (!list.ok) return list;
  return inTransaction(async (tx) => {
    const reason = await whyClosed(
      tx,
      cohortId,
      list.value.some(({ role }) => role === '' || role === 'learner') ? 'learner' : 'lead',
    );
    if (reason) return { ok: false, reason };
    const planned = planList(list.value, await readKnown(tx, actor, cohortId, list.value));
    const lines = asked.mode === 'apply' ? await applyPlan(tx, actor, cohortId, planned, asked) : planned;
    return { ok: true, value: lines.map(({ asRole: _, ...line }) => RosterLineSchema.parse(line)) };
  });
}
