import 'server-only';
import { type Extension, ExtensionSchema } from '@/schemas/assignment';
import type { LearnerId } from '@/schemas/ids';
import type { Db, Tx } from '../db/open-database';

/** Extensions of these people for these assignments, by `assignmentId:learnerId`. */
export async function selectExtensions(
  db: Db | Tx,
  assignmentIds: readonly string[],
  learnerIds: readonly string[],
): Promise<ReadonlyMap<string, Extension>> {
  if (assignmentIds.length === 0 || learnerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('assignment_extensions')
    .selectAll()
    .where('assignmentId', 'in', assignmentIds)
    .where('learnerId', 'in', learnerIds)
    .execute();
  return new Map(
    rows.map(({ assignmentId, ...row }) => [`${assignmentId}:${row.learnerId}`, ExtensionSchema.parse(row)]),
  );
}

/** The date of one person: with an extension, its; one that an instructor's later change has overtaken counts no more. */
export function dueFor(
  assignment: { readonly dueAt: number },
  extension: Pick<Extension, 'dueAt'> | undefined,
): number {
  return Math.max(assignment.dueAt, extension?.dueAt ?? 0);
}

/** A guest's extension goes along to the account; of two for the same work the later date stays. */
export async function moveExtensions(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const rows = await tx.selectFrom('assignment_extensions').selectAll().where('learnerId', '=', from).execute();
  for (const row of rows) {
    const { dueAt, reason, grantedAt } = row;
    await tx
      .insertInto('assignment_extensions')
      .values({ ...row, learnerId: to })
      .onConflict((conflict) =>
        conflict
          .columns(['assignmentId', 'learnerId'])
          .doUpdateSet({ dueAt, reason, grantedAt })
          .where('assignment_extensions.dueAt', '<', dueAt),
      )
      .execute();
  }
  await tx.deleteFrom('assignment_extensions').where('learnerId', '=', from).execute();
}
