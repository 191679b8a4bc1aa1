import { LearnerIdSchema } from '@/schemas/ids';
import { database } from '../db/database';
import { isDemoEmail } from '../demo/demo-cohort';
import { env } from '../env';
import { makeLink } from '../links';
import { runCommand } from '../run-command';

/** npm run reset-link -- E-MAIL: prints a link that sets a new password once. Works for every account. */
await runCommand(async () => {
  const email = process.argv[2]?.toLowerCase();
  if (isDemoEmail(email ?? null)) {
    process.stderr.write(`${email} is a demo person, whom nobody can sign in as.\n`);
    process.exitCode = 1;
    return;
  }
  const user =
    email && (await database().selectFrom('user').select('id').where('email', '=', email).executeTakeFirst());
  if (!user) {
    const problem = email
      ? `There is no account for ${email}. Check the spelling.`
      : 'Name the account: npm run reset-link -- ada@example.org';
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
    return;
  }
  const { token, expiresAt } = await makeLink('reset-password', LearnerIdSchema.parse(user.id));
  console.log(`${env().baseUrl?.origin ?? `http://localhost:${env().port}`}/reset/${token}`);
  console.log(`Works once, until ${new Date(expiresAt).toISOString()}.`);
});
