import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { chooseDatabase } from '@/server/db/database';
import { migrate } from '@/server/db/migrate';
import { type DatabaseAddress, type OpenDatabase, openDatabase, type WrapDriver } from '@/server/db/open-database';
import { createDatabase } from './postgres';

/** Both engines; every integration suite runs on each. */
export const ENGINES = ['sqlite', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

export interface EmptyDatabase {
  readonly address: DatabaseAddress;
  /** Removes the files of a SQLite database; a PostgreSQL one goes with its server. */
  discard(): void;
}

/** The address of an empty database of its own. */
export async function emptyDatabase(engine: Engine): Promise<EmptyDatabase> {
  if (engine === 'postgres')
    return { address: { engine, url: await createDatabase(inject('postgresUrl')) }, discard: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'defensible-db-'));
  const file = join(folder, 'data', 'defensible.db');
  return { address: { engine, file }, discard: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface TestDatabase extends OpenDatabase {
  discard(): Promise<void>;
}

/** An empty database, migrated, and chosen as the one of this process. `wrap` makes its statements fail. */
export async function freshDatabase(engine: Engine, wrap?: WrapDriver): Promise<TestDatabase> {
  const { address, discard } = await emptyDatabase(engine);
  const opened = openDatabase(address, wrap);
  chooseDatabase(opened);
  await migrate(opened);
  const end = async () => {
    await opened.close();
    discard();
  };
  return Object.assign(opened, { discard: end });
}
