import 'server-only';
import type { Actor } from '../actor';
import { type Act, recordAct } from '../audit';
import { toJson } from '../db/json';
import type { Db } from '../db/open-database';

const HOUR_MS = 3_600_000;

/** Notes an act of looking once an hour, however often a page is loaded: the same actor, act, person and details. */
export async function recordOncePerHour(db: Db, actor: Actor, act: Act): Promise<void> {
  const { subjectId = null, cohortId = null } = act;
  const before = await db
    .selectFrom('audit_entries')
    .select('id')
    .where('actorId', '=', actor.learnerId)
    .where('act', '=', act.act)
    .where('cohortId', cohortId === null ? 'is' : '=', cohortId)
    .where('subjectId', subjectId === null ? 'is' : '=', subjectId)
    .where('details', '=', toJson(act.details ?? {}))
    .where('at', '>', Date.now() - HOUR_MS)
    .limit(1)
    .executeTakeFirst();
  if (!before) await recordAct(db, actor, act);
}
