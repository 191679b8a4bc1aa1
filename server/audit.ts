import 'server-only';
import { ActSchema, type AuditEntry } from '@/schemas/audit';
import { LearnerIdSchema } from '@/schemas/ids';
import type { Actor } from './actor';
import { toJson } from './db/json';
import type { Db, Tx } from './db/open-database';
import { newId } from './new-id';

export interface Act extends Pick<AuditEntry, 'act'> {
  readonly cohortId?: string | null;
  /** Whose data it was about. */
  readonly subjectId?: string | null;
  readonly details?: AuditEntry['details'];
}

/** The same for what the course does by itself, because somebody set a rule. */
export async function recordOwnAct(db: Db | Tx, act: Act): Promise<void> {
  await writeLine(db, { learnerId: LearnerIdSchema.parse('the-course'), name: 'The course' }, act);
}

/** Writes one line into the record of acts: in the transaction of what it tells about, or by itself for a view or an export. */
export async function recordAct(db: Db | Tx, actor: Actor, act: Act): Promise<void> {
  await writeLine(db, actor, act);
}

async function writeLine(
  db: Db | Tx,
  actor: Pick<Actor, 'learnerId' | 'name'>,
  { act, cohortId, subjectId, details }: Act,
): Promise<void> {
  await db
    .insertInto('audit_entries')
    .values({
      id: newId(),
      at: Date.now(),
      actorId: actor.learnerId,
      actorName: actor.name,
      act: ActSchema.parse(act),
      cohortId: cohortId ?? null,
      subjectId: subjectId ?? null,
      details: toJson(details ?? {}),
    })
    .execute();
}
