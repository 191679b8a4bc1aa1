import 'server-only';
import { getCourse } from '@/course/course';
import { type CohortId, type RegradeId, ScenarioIdSchema } from '@/schemas/ids';
import {
  type RegradeCard,
  RegradeCardSchema,
  type RegradeFilter,
  type RegradeLine,
  RegradeLineSchema,
  type RegradeView,
  RegradeViewSchema,
} from '@/schemas/regrade';
import { LEVEL_SHARE, type Level } from '@/schemas/rubric';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { cohortsWith } from '../authority';
import { database } from '../db/database';
import { toJson } from '../db/json';
import { Forbidden } from '../forbidden';
import { currentReceipt } from './current-receipt';
import { findRegrade, type RegradeRow } from './regrades';

const MOST_CARDS = 50;
export const LINES_A_PAGE = 50;
const ONE_LOOK_MS = 60 * 60_000;

async function nameOf(cohortId: string | null): Promise<string | null> {
  if (cohortId === null) return null;
  const row = await database().selectFrom('cohorts').select('name').where('id', '=', cohortId).executeTakeFirst();
  return row?.name ?? 'A cohort that was deleted';
}

/** The regrades that the actor may see, newest first; what was dropped is left out. */
export async function selectRegrades(actor: Actor): Promise<RegradeCard[]> {
  const cohorts: readonly CohortId[] = cohortsWith(actor, 'manage');
  if (!actor.isOwner && cohorts.length === 0) throw new Forbidden('list regrades');
  let query = database().selectFrom('regrades').selectAll().where('status', '!=', 'dropped');
  if (!actor.isOwner) query = query.where('cohortId', 'in', cohorts);
  const rows = await query.orderBy('createdAt', 'desc').orderBy('id').limit(MOST_CARDS).execute();
  const cards: RegradeCard[] = [];
  for (const row of rows) cards.push(await toCard(row));
  return cards;
}

async function toCard({ id, cohortId, kind, status, reason, createdAt }: RegradeRow): Promise<RegradeCard> {
  return RegradeCardSchema.parse({ id, cohortName: await nameOf(cohortId), kind, status, reason, createdAt });
}

/** Sentences of people are shown: once for each look that is written down. */
async function recordLook(actor: Actor, { id, cohortId }: RegradeRow): Promise<void> {
  const details = { regradeId: id };
  const known = await database()
    .selectFrom('audit_entries')
    .select('id')
    .where('act', '=', 'regrade.read')
    .where('actorId', '=', actor.learnerId)
    .where('details', '=', toJson(details))
    .where('at', '>', Date.now() - ONE_LOOK_MS)
    .executeTakeFirst();
  if (!known) await recordAct(database(), actor, { act: 'regrade.read', cohortId, details });
}

/** The column that says what a line comes to with the options as they are. */
const afterOf = ({ neverLowerCriteria }: RegradeRow): 'after' | 'afterKept' =>
  neverLowerCriteria === 1 ? 'afterKept' : 'after';

/** In these states a line without a new grade was graded anew, and nothing moves. */
const SETTLED = ['graded', 'kept'];

async function countUnmoved(id: RegradeId): Promise<number> {
  const row = await database()
    .selectFrom('regrade_lines')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('regradeId', '=', id)
    .where('grade', 'is', null)
    .where('state', 'in', SETTLED)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function linesOf(regrade: RegradeRow, { show, scenarioId }: Omit<RegradeFilter, 'page'>) {
  const after = afterOf(regrade);
  const query = database()
    .selectFrom('regrade_lines')
    .innerJoin('submissions', 'submissions.id', 'regrade_lines.submissionId')
    .leftJoin('user', 'user.id', 'submissions.learnerId')
    .where('regradeId', '=', regrade.id)
    .$if(scenarioId !== null, (lines) => lines.where('regrade_lines.scenarioId', '=', scenarioId ?? ''));
  const moving = query.where('regrade_lines.grade', 'is not', null);
  switch (show) {
    case 'all':
      // Graded anew with nothing to move, a draft is a number and no row: it would come again in each preview.
      return query.where((eb) => eb.or([eb('regrade_lines.grade', 'is not', null), eb('state', 'not in', SETTLED)]));
    case 'moves':
      return moving;
    case 'up':
      return moving.whereRef(after, '>', 'before');
    case 'down':
      return moving.whereRef(after, '<', 'before');
    case 'held':
      return moving.where('isHeld', '=', 1);
    case 'left':
      return query.where('state', 'in', ['failed', 'changed-since', 'not-undone']);
    default:
      return show satisfies never;
  }
}

async function countLines(regrade: RegradeRow, filter: Omit<RegradeFilter, 'page'>): Promise<number> {
  const row = await linesOf(regrade, filter)
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

async function readLines(regrade: RegradeRow, { page, ...filter }: RegradeFilter): Promise<RegradeLine[]> {
  const after = afterOf(regrade);
  const rows = await linesOf(regrade, filter)
    .selectAll('regrade_lines')
    .select(['number', 'name'])
    .orderBy((eb) => eb.fn<number>('abs', [eb(after, '-', eb.ref('before'))]), 'desc')
    .orderBy('regrade_lines.submissionId')
    .limit(LINES_A_PAGE)
    .offset((page - 1) * LINES_A_PAGE)
    .execute();
  const rises = ({ from, to }: { from: Level; to: Level }) => LEVEL_SHARE[to] > LEVEL_SHARE[from];
  return rows.map((row) =>
    RegradeLineSchema.parse({
      ...{ submissionId: row.submissionId, scenarioId: row.scenarioId, number: row.number, state: row.state },
      ...{ name: row.name ?? '', before: row.before, after: row[after] },
      changes: JSON.parse(row.changes).filter(regrade.neverLowerCriteria === 1 ? rises : () => true),
      ...{ isHeld: row.isHeld === 1, isConfirmed: row.isConfirmed === 1, isLower: row[after] < row.before },
    }),
  );
}

/** A regrade with one page of its preview; null where there is none, and for anybody who does not manage its people. */
export async function selectRegrade(actor: Actor, id: RegradeId, filter: RegradeFilter): Promise<RegradeView | null> {
  const regrade = await findRegrade(database(), actor, id, 'read a regrade');
  if (!regrade) return null;
  await recordLook(actor, regrade);
  const states = await database()
    .selectFrom('regrade_lines')
    .select(['state', (eb) => eb.fn.countAll<number | string>().as('count')])
    .where('regradeId', '=', id)
    .groupBy('state')
    .execute();
  const scenarios = await database()
    .selectFrom('regrade_lines')
    .select('scenarioId')
    .distinct()
    .where('regradeId', '=', id)
    .where('grade', 'is not', null)
    .orderBy('scenarioId')
    .execute();
  const isReceipt = regrade.kind === 'receipt' && regrade.status === 'ready';
  const everywhere = { scenarioId: null };
  return RegradeViewSchema.parse({
    ...(await toCard(regrade)),
    ...{ version: regrade.version, looked: regrade.looked, appliedAt: regrade.appliedAt, undoneAt: regrade.undoneAt },
    neverLowerOverall: regrade.neverLowerOverall === 1,
    neverLowerCriteria: regrade.neverLowerCriteria === 1,
    counts: Object.fromEntries(states.map(({ state, count }) => [state, Number(count)])),
    unmoved: await countUnmoved(id),
    up: await countLines(regrade, { show: 'up', ...everywhere }),
    down: await countLines(regrade, { show: 'down', ...everywhere }),
    held: await countLines(regrade, { show: 'held', ...everywhere }),
    scenarios: scenarios.map(({ scenarioId }) => ScenarioIdSchema.parse(scenarioId)),
    lines: await readLines(regrade, filter),
    shown: await countLines(regrade, filter),
    isStale: isReceipt && regrade.computedWith !== (await currentReceipt(await getCourse())).id,
  });
}
