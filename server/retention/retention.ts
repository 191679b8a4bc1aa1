import 'server-only';
import { RETENTION_RULES, type Retention, type RetentionPreview } from '@/schemas/retention';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { requireOwner } from '../authority';
import { inTransaction } from '../db/database';
import { toJson } from '../db/json';
import { RETENTION, readRetention } from './read-retention';
import { countEffects } from './rules';

/** What rules would remove if they held now. Changes nothing; owners only. */
export async function previewRetention(actor: Actor, retention: Retention): Promise<RetentionPreview> {
  requireOwner(actor, 'preview how long data is kept');
  return countEffects(retention, Date.now());
}

/** Says how long what is kept from now on. Nothing is removed before the next night; what changed is written down. */
export async function saveRetention(actor: Actor, retention: Retention): Promise<void> {
  requireOwner(actor, 'say how long data is kept');
  const before = await readRetention();
  const say = (days: number | null) => days ?? 'until deleted';
  const changed = RETENTION_RULES.filter((rule) => before[rule] !== retention[rule]);
  if (changed.length === 0) return;
  const details = Object.fromEntries(changed.map((rule) => [rule, `${say(before[rule])} → ${say(retention[rule])}`]));
  await inTransaction(async (tx) => {
    const value = toJson(retention);
    await tx
      .insertInto('settings')
      .values({ key: RETENTION, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
    await recordAct(tx, actor, { act: 'retention.changed', details });
  });
}
