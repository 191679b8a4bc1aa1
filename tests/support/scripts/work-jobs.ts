import { chooseDatabase } from '@/server/db/database';
import { type DatabaseAddress, openDatabase } from '@/server/db/open-database';
import { runDueJobs } from '@/server/jobs/run-jobs';
import { teach } from '../fixture';

/** Runs all due jobs on the database named, and prints how many there were: one of several workers at once. */
const opened = openDatabase(JSON.parse(process.argv[2] ?? '') as DatabaseAddress);
chooseDatabase(opened);
await teach();
process.stdout.write('ready\n');
const count = await runDueJobs(`worker-${process.pid}`);
await opened.close();
process.stdout.write(`${JSON.stringify({ count })}\n`);
