import 'server-only';
import { logError } from '../log';
import { addDemo, removeDemo } from './demo';

/** Content that does not load keeps no server from starting: pages say what is wrong, and the demo waits for the next start. */
async function add(): Promise<string> {
  const people = await addDemo().catch((error: unknown) => {
    logError('demo-failed', error);
    return 'failed' as const;
  });
  if (people === 'failed') return 'The demo cohort was not added; the reason stands in the log above.';
  if (people === null) return 'The demo cohort is there already.';
  return `Added the demo cohort: ${people} fictitious people. Start with --remove-demo to take it away.`;
}

async function remove(): Promise<string> {
  const people = await removeDemo();
  return people === null ? 'There is no demo cohort.' : `Removed the demo cohort and its ${people} people.`;
}

/** Does what `--demo` or `--remove-demo` asks for, and says what came of it; null when neither was given. */
export async function changeDemo(args: readonly string[]): Promise<string | null> {
  if (args.includes('--demo')) return add();
  if (args.includes('--remove-demo')) return remove();
  return null;
}
