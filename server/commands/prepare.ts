import { readContentFiles } from '@/course/content-files';
import { staleFacts, staleNote } from '@/course/stale-facts';
import { changeDemo } from '../demo/change-demo';
import { prepare } from '../prepare';
import { runCommand } from '../run-command';

/**
 * Run by `npm start` before serving: migrates, tidies, adds or removes the demo cohort when asked to, and prints the
 * instructor link while there is no instructor. Facts that should have been checked again are counted, never refused.
 */
await runCommand(async () => {
  const { migrations, purgedGuests, gradedNow, claimUrl } = await prepare();
  if (migrations.length > 0) console.log(`Database ready: ran ${migrations.join(', ')}.`);
  if (purgedGuests > 0) console.log(`Removed ${purgedGuests} guests who have not been here for 180 days.`);
  if (gradedNow > 0) console.log(`Graded ${gradedNow} submissions that were waiting.`);
  const demo = await changeDemo(process.argv.slice(2));
  if (demo) console.log(demo);
  const stale = staleFacts(await readContentFiles(process.cwd()), new Date().toISOString().slice(0, 10)).length;
  if (stale > 0) console.log(staleNote(stale));
  if (claimUrl) console.log(`Instructor link (works once): ${claimUrl}`);
});
