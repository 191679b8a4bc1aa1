import 'server-only';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Migration, Migrator } from 'kysely';
import { DatabaseProblem, postgresProblem, sqliteProblem } from './database-problem';
import { withMigrationLock } from './migration-lock';
import { firstTables } from './migrations/m0001-first-tables';
import { opinions } from './migrations/m0002-opinions';
import { pathsAndPlacement } from './migrations/m0003-paths-and-placement';
import { predictions } from './migrations/m0004-predictions';
import { attemptVariants } from './migrations/m0005-attempt-variants';
import { twistRounds } from './migrations/m0006-twist-rounds';
import { recallCards } from './migrations/m0007-recall-cards';
import { decisions } from './migrations/m0008-decisions';
import { problemReports } from './migrations/m0009-problem-reports';
import { rebuttals } from './migrations/m0010-rebuttals';
import { certificates } from './migrations/m0011-certificates';
import { lookNotes } from './migrations/m0012-look-notes';
import { teams } from './migrations/m0013-teams';
import { people } from './migrations/m0014-people';
import { assignments } from './migrations/m0015-assignments';
import { dashboard } from './migrations/m0016-dashboard';
import { reviews } from './migrations/m0017-reviews';
import { analysis } from './migrations/m0018-analysis';
import { accounts } from './migrations/m0019-accounts';
import { appeals } from './migrations/m0020-appeals';
import { liveRounds } from './migrations/m0021-live-rounds';
import { previews } from './migrations/m0022-previews';
import { learnerWrites } from './migrations/m0023-learner-writes';
import { retention } from './migrations/m0024-retention';
import { letters } from './migrations/m0025-letters';
import { clientTime } from './migrations/m0026-client-time';
import { growthIndexes } from './migrations/m0027-growth-indexes';
import type { OpenDatabase } from './open-database';

/** All migrations in order. A name never changes; a change to the tables is a new entry. */
const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-opinions': opinions,
  '0003-paths-and-placement': pathsAndPlacement,
  '0004-predictions': predictions,
  '0005-attempt-variants': attemptVariants,
  '0006-twist-rounds': twistRounds,
  '0007-recall-cards': recallCards,
  '0008-decisions': decisions,
  '0009-problem-reports': problemReports,
  '0010-rebuttals': rebuttals,
  '0011-certificates': certificates,
  '0012-look-notes': lookNotes,
  '0013-teams': teams,
  '0014-people': people,
  '0015-assignments': assignments,
  '0016-dashboard': dashboard,
  '0017-reviews': reviews,
  '0018-analysis': analysis,
  '0019-accounts': accounts,
  '0020-appeals': appeals,
  '0021-live-rounds': liveRounds,
  '0022-previews': previews,
  '0023-learner-writes': learnerWrites,
  '0024-retention': retention,
  '0025-letters': letters,
  '0026-client-time': clientTime,
  '0027-growth-indexes': growthIndexes,
};

/** Names of all migrations that this version knows, in order. */
export const knownMigrations: readonly string[] = Object.keys(migrations);

export interface MigrateOptions {
  /** The last migration to run; all by default. */
  readonly upTo?: string;
  /** The schema of PostgreSQL where the list of migrations stands; the search path of the connection must begin with it. */
  readonly schema?: string;
}

function migratorOf(opened: OpenDatabase, schema?: string): Migrator {
  const provider = { getMigrations: async () => migrations };
  return new Migrator({ db: opened.db, provider, ...(schema === undefined ? {} : { migrationTableSchema: schema }) });
}

async function runMigrations(opened: OpenDatabase, { upTo, schema }: MigrateOptions): Promise<string[]> {
  const migrator = migratorOf(opened, schema);
  const { error, results } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error) {
    // A database written by a newer version of the project has migrations this one does not know.
    if (error instanceof Error && /corrupted migrations/.test(error.message))
      throw new DatabaseProblem(
        'This database was written by a newer version of the course. Start that version, or restore an older backup.',
        { cause: error },
      );
    throw error;
  }
  return (results ?? []).map((result) => result.migrationName);
}

/** Brings the tables up to date, one process at a time, and names the migrations that ran. */
export async function migrate(opened: OpenDatabase, options: MigrateOptions = {}): Promise<string[]> {
  const { address } = opened;
  try {
    if (address.engine === 'postgres') return await runMigrations(opened, options);
    mkdirSync(dirname(address.file), { recursive: true, mode: 0o700 });
    return await withMigrationLock(address.file, address.driver, () => runMigrations(opened, options));
  } catch (error) {
    throw address.engine === 'postgres' ? postgresProblem(error, address.url) : sqliteProblem(error, address.file);
  }
}

/** Names of migrations that have not run on this database. */
export async function pendingMigrations(opened: OpenDatabase): Promise<string[]> {
  const all = await migratorOf(opened).getMigrations();
  return all.filter((migration) => migration.executedAt === undefined).map((migration) => migration.name);
}
