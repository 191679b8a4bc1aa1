import 'server-only';
import { RETENTION_RULES, type RetentionRule } from '@/schemas/retention';
import { recordOwnAct } from '../audit';
import { database } from '../db/database';
import { enqueue } from '../jobs/enqueue';
import { letOthers } from '../let-others';
import { dayOf } from '../recall/days';
import { readRetention } from './read-retention';
import { beforeOf, RULES } from './rules';

/** Well within the lease of a job; what is left is for the next day. */
const MOST_MS = 3 * 60_000;
const DAY_MS = 86_400_000;

/** Removes in slices, and lets requests go between them. */
async function applyRule(rule: RetentionRule, before: number, until: number): Promise<number> {
  const { slice, remove } = RULES[rule];
  for (let removed = 0; ; ) {
    const count = await remove(before, slice);
    removed += count;
    if (count < slice || Date.now() >= until) return removed;
    await letOthers();
  }
}

/**
 * Removes what is older than the rules allow, and writes down how much of what. Run again it goes on where it was: each
 * slice is whole. Never touches a grade in force, nor acts other than views of a text.
 */
export async function applyRetention(now = Date.now()): Promise<Readonly<Partial<Record<RetentionRule, number>>>> {
  const retention = await readRetention();
  const removed: Partial<Record<RetentionRule, number>> = {};
  for (const rule of RETENTION_RULES) {
    const before = beforeOf(retention[rule], now);
    const count = before === null ? 0 : await applyRule(rule, before, Date.now() + MOST_MS / RETENTION_RULES.length);
    if (count > 0) removed[rule] = count;
  }
  if (Object.keys(removed).length > 0) await recordOwnAct(database(), { act: 'retention.applied', details: removed });
  return removed;
}

/** Notes the removal of today, at three in the morning UTC. Asked again it adds nothing. */
export async function ensureRetention(now: number): Promise<void> {
  const at = (day: string) => Date.parse(`${day}T03:00:00Z`);
  const today = dayOf(now, null);
  const day = at(today) > now ? today : dayOf(now + DAY_MS, null);
  await enqueue(database(), { key: `retain:${day}`, body: { kind: 'retain', day }, runAfter: at(day) });
}
