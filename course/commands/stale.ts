import { readContentFiles } from '../content-files';
import { staleFacts, staleNote } from '../stale-facts';
import { readToday } from './read-today';

/** One line at the end of `npm run build`, where there is something to check again; else nothing. */
const stale = staleFacts(await readContentFiles(process.cwd()), readToday(undefined));
if (stale.length > 0) console.log(staleNote(stale.length));
