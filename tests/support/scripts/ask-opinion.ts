import { randomUUID } from 'node:crypto';
import { startGuest } from '@/server/accounts/people';
import { requireActor } from '@/server/actor';
import { chooseDatabase } from '@/server/db/database';
import { type DatabaseAddress, openDatabase } from '@/server/db/open-database';
import { currentRecipient } from '@/server/judge/current-judge';
import { wakeJudge } from '@/server/judge/wake-judge';
import { submitHandIn } from '@/server/submit-hand-in';
import { handInOf, SCENARIO, teach } from '../fixture';
import { cookiesOf } from '../people';

/**
 * ask-opinion.ts ADDRESS [again]: hands one record in and asks the judge that the environment names, or with `again`
 * only asks for what an earlier process left open. Prints the submission's id after the commit. Made to be killed.
 */
const address: DatabaseAddress = JSON.parse(process.argv[2] ?? '');
chooseDatabase(openDatabase(address));
await teach();

if (process.argv[3] !== 'again') {
  const { setCookies } = await startGuest(new Headers());
  const { actor } = await requireActor(new Request('http://localhost/', { headers: cookiesOf(setCookies) }));
  const recipientId = currentRecipient()?.id ?? '';
  const handed = await submitHandIn(actor, {
    scenarioId: SCENARIO,
    handIn: handInOf(),
    idempotencyKey: randomUUID(),
    opinion: { recipientId, isWanted: true },
  });
  if (!handed.ok) throw new Error(handed.reason);
  console.log(handed.value.submissionId);
}
await wakeJudge();
