import { chosenAddress, contentsOf, fromHere, readWords, required } from '../backup/command-line';
import { restore } from '../backup/restore';
import { runCommand } from '../run-command';

const USAGE = 'npm run restore -- --from FILE [--data DIR | postgres://…] [--replace] [--sign-out]';

/** npm run restore: fills an empty database with a backup, and compares every row. docs/operations.md */
await runCommand(async () => {
  const { flags, texts, words } = readWords(USAGE, ['replace', 'sign-out'], ['data', 'from']);
  const now = new Date();
  const file = fromHere(required(texts.from, USAGE));
  const address = chosenAddress(texts.data, words);
  const { header, sums, migrations, aside } = await restore(file, address, {
    replace: flags.replace,
    signOut: flags['sign-out'],
    now,
  });
  const seconds = ((Date.now() - now.getTime()) / 1_000).toFixed(1);
  console.log(`Restored as of ${header.takenAt}: ${contentsOf(sums)}, every table as in the backup (${seconds} s).`);
  if (migrations.length > 0) console.log(`Brought up to date: ran ${migrations.join(', ')}.`);
  if (aside) console.log(`What was there before is in ${aside}. Remove it when you are sure.`);
  console.log('Start the course now.');
});
