import 'server-only';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differingTables } from '../db/copy/row-sum';
import { openSource, sumTables } from '../db/copy/source';
import { DatabaseProblem } from '../db/database-problem';
import type { DatabaseAddress } from '../db/open-database';
import { type Restored, restore } from './restore';
import { type WrittenBackup, writeBackup } from './write-backup';

export interface MoveOptions {
  readonly app: string;
  readonly now: Date;
  readonly replace: boolean;
  /** The course may go on being used: that nothing was written is seen at the end. */
  readonly live: boolean;
}

/** The rows as they stand when everything is in the new place. */
async function sumsNow(address: DatabaseAddress) {
  const source = await openSource(address, { alone: false });
  try {
    return await sumTables(source);
  } finally {
    await source.close();
  }
}

async function copy(from: DatabaseAddress, to: DatabaseAddress, file: string, options: MoveOptions) {
  const source = await openSource(from, { alone: !options.live });
  try {
    const written: WrittenBackup = await writeBackup(source, file, { app: options.app, takenAt: options.now });
    const restored: Restored = await restore(file, to, { replace: options.replace, signOut: false, now: options.now });
    return { written, restored };
  } finally {
    await source.close();
  }
}

/**
 * Moves everything to another database, of the same or the other engine, through a backup that is thrown away. What is
 * left behind is untouched. The new rows were compared one and all by `restore`; here the old ones are read again.
 */
export async function move(from: DatabaseAddress, to: DatabaseAddress, options: MoveOptions): Promise<Restored> {
  const folder = mkdtempSync(join(tmpdir(), 'defensible-move-'));
  try {
    const { written, restored } = await copy(from, to, join(folder, 'move.jsonl.gz'), options);
    const changed = differingTables(written.sums, await sumsNow(from));
    if (changed.length > 0)
      throw new DatabaseProblem(
        `The course was used while it was moved: ${changed.join(', ')} changed, and what was written since is not in the new place. ` +
          'Stop the course and move it again, with --replace.',
      );
    return restored;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
