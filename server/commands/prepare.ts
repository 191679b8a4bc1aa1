import { prepare } from '../prepare';
import { runCommand } from '../run-command';

/** Run by `npm start` before serving: migrates, tidies, and prints the instructor link while there is no instructor. */
await runCommand(async () => {
  const { migrations, purgedGuests, gradedNow, claimUrl } = await prepare();
  if (migrations.length > 0) console.log(`Database ready: ran ${migrations.join(', ')}.`);
  if (purgedGuests > 0) console.log(`Removed ${purgedGuests} guests who have not been here for 180 days.`);
  if (gradedNow > 0) console.log(`Graded ${gradedNow} submissions that were waiting.`);
  if (claimUrl) console.log(`Instructor link (works once): ${claimUrl}`);
});
