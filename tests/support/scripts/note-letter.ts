import { database, inTransaction } from '@/server/db/database';
import { gatherLetters } from '@/server/letters/gather';
import { notify } from '@/server/notices';

/** Tells the account with an address of feedback, at noon of the day it has in UTC: the app then sends the letter. */
const [email = ''] = process.argv.slice(2);
const { id } = await database().selectFrom('user').select('id').where('email', '=', email).executeTakeFirstOrThrow();
const notice = { kind: 'review', title: 'A person looked at your draft', text: '', href: '/notices' } as const;
await inTransaction((tx) => notify(tx, id, 'review:e2e', notice));
await gatherLetters(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 43_200_000);
// The test may run before noon.
await database().updateTable('jobs').set({ runAfter: 0 }).where('key', 'like', 'letter:%').execute();
process.exit(0);
