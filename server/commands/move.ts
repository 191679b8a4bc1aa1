import { appVersion } from '../backup/app-version';
import { chosenAddress, contentsOf, readWords, required, toAddress } from '../backup/command-line';
import { move } from '../backup/move';
import { runCommand } from '../run-command';

const USAGE = 'npm run move -- [--data DIR | postgres://…] --to postgres://…|DIR [--live] [--replace]';

/** npm run move: takes everything to another database, SQLite or PostgreSQL. docs/operations.md */
await runCommand(async () => {
  const { flags, texts, words } = readWords(USAGE, ['live', 'replace'], ['data', 'to']);
  const now = new Date();
  const to = toAddress(required(texts.to, USAGE));
  const moved = await move(chosenAddress(texts.data, words), to, { app: appVersion(), now, ...flags });
  const seconds = ((Date.now() - now.getTime()) / 1_000).toFixed(1);
  console.log(`Moved: ${contentsOf(moved.sums)}, every table compared row for row (${seconds} s).`);
  if (moved.aside) console.log(`What was there before is in ${moved.aside}. Remove it when you are sure.`);
  console.log(
    to.engine === 'postgres'
      ? 'Set DATABASE_URL to the new address and start the course. The old folder is as it was; keep it until you are sure.'
      : 'Unset DATABASE_URL, set DATA_DIR to the new folder and start the course. The old database is as it was.',
  );
});
