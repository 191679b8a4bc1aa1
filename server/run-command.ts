import 'server-only';
import { openedDatabase } from './db/database';
import { DatabaseProblem } from './db/database-problem';
import { BadSetting } from './env';

/** Runs a command's work, closes the database, and turns a known problem into its sentence and exit code 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    await openedDatabase().close();
  } catch (error) {
    if (!(error instanceof DatabaseProblem || error instanceof BadSetting)) throw error;
    process.stderr.write(`${error.message}\n`);
    // An open connection would keep the process from ending; with a bad setting there is no address to close.
    if (error instanceof DatabaseProblem) await openedDatabase().close();
    process.exitCode = 1;
  }
}
