import 'server-only';
import type { Tx } from '../db/open-database';

/**
 * Takes back what appeals left elsewhere, before the appeals themselves go: labelled samples, and the sentence in the
 * ruling that a regrade of alike texts goes by. The regrade stays with its outcome; one under way finds nothing alike.
 */
export async function forgetAppeals(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.deleteFrom('labelled_samples').where('appealId', 'in', ids).execute();
  const rows = await tx.selectFrom('regrades').select(['id', 'ruling']).where('appealId', 'in', ids).execute();
  for (const { id, ruling } of rows)
    await tx
      .updateTable('regrades')
      .set({ ruling: ruling === null ? null : JSON.stringify({ ...JSON.parse(ruling), sentence: '' }) })
      .where('id', '=', id)
      .execute();
}
