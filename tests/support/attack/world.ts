import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseDatabase } from '@/server/db/database';
import { migrate } from '@/server/db/migrate';
import { openDatabase } from '@/server/db/open-database';
import { startApp } from '../app';
import { teach } from '../fixture';
import type { Person } from '../people';
import { makeWorld } from '../roles/world';
import { Visitor } from '../visitor';

/**
 * The built app with the people of tests/support/roles/world.ts and all that hangs on them. They are made before it starts, so
 * that no job of its own comes between. This process keeps the database open, and its sessions are good for the app.
 */
export async function appWithWorld() {
  const dataDir = mkdtempSync(join(tmpdir(), 'defensible-access-'));
  const opened = openDatabase({ engine: 'sqlite', file: join(dataDir, 'defensible.db') });
  chooseDatabase(opened);
  await migrate(opened);
  await teach();
  const world = await makeWorld();
  const app = await startApp({ dataDir });
  const end = async () => {
    await app.stop();
    await opened.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { app, world, end };
}

/** The browser of somebody whom this process made. */
export function browserOf({ headers }: Pick<Person, 'headers'>, base: string): Visitor {
  const visitor = new Visitor(base);
  for (const pair of (headers.get('cookie') ?? '').split('; ')) {
    const [name = '', ...value] = pair.split('=');
    visitor.jar.set(name, value.join('='));
  }
  return visitor;
}
