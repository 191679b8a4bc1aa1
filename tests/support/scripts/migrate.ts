import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { chooseDatabase } from '@/server/db/database';
import { migrate } from '@/server/db/migrate';
import { withMigrationLock } from '@/server/db/migration-lock';
import { type DatabaseAddress, openDatabase } from '@/server/db/open-database';

/** migrate.ts ADDRESS [hang]: migrates and prints what ran; with `hang`, stops while holding the lock, to be killed. */
const address: DatabaseAddress = JSON.parse(process.argv[2] ?? '');
const opened = openDatabase(address);
chooseDatabase(opened);

const forever = async () => {
  console.log('holding');
  setInterval(() => undefined, 1_000);
  await new Promise(() => undefined);
};

if (process.argv[3] !== 'hang') {
  console.log(JSON.stringify(await migrate(opened)));
  await opened.close();
} else if (address.engine === 'sqlite') {
  mkdirSync(dirname(address.file), { recursive: true });
  await withMigrationLock(address.file, undefined, forever);
} else {
  await opened.db.transaction().execute(async (tx) => {
    await tx.schema.createTable('learners').addColumn('id', 'text').execute();
    await forever();
  });
}
