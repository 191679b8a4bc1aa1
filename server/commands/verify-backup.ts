import { contentsOf, fromHere, readWords, required } from '../backup/command-line';
import { summariseBackup } from '../backup/read-backup';
import { runCommand } from '../run-command';

const USAGE = 'npm run verify-backup -- FILE';

/** npm run verify-backup: reads all of a backup and compares every hash in it. Needs no database. */
await runCommand(async () => {
  const { words } = readWords(USAGE, [], []);
  const { header, sums } = await summariseBackup(fromHere(required(words[0], USAGE)));
  const longest = Math.max(...[...sums.keys()].map((name) => name.length));
  for (const [name, { rows, sum }] of sums)
    console.log(`${name.padEnd(longest)} ${String(rows).padStart(9)}  ${sum.slice(0, 16)}`);
  console.log(
    `Whole: ${contentsOf(sums)}, taken ${header.takenAt} from ${header.engine} by version ${header.app} (${header.migrations.at(-1)}); ` +
      `the key that signs cookies is ${header.hasKey ? '' : 'not '}in it.`,
  );
});
