import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { ScenarioIdSchema } from '@/schemas/ids';
import { startGuest } from '@/server/accounts/people';
import { requireActor } from '@/server/actor';
import { chooseDatabase } from '@/server/db/database';
import { type DatabaseAddress, openDatabase } from '@/server/db/open-database';
import { submitHandIn } from '@/server/submit-hand-in';
import { handInOf, teach } from '../fixture';
import { cookiesOf } from '../people';

/**
 * submit-stream.ts ADDRESS: four guests hand in without pause, each hand-in through the function that the handler
 * calls. The id of an acknowledged submission is written at once and unbuffered, as a reply would be. Made to be killed.
 */
const address: DatabaseAddress = JSON.parse(process.argv[2] ?? '');
chooseDatabase(openDatabase(address));
await teach();

async function stream(): Promise<void> {
  const { setCookies } = await startGuest(new Headers());
  const { actor } = await requireActor(new Request('http://localhost/', { headers: cookiesOf(setCookies) }));
  for (;;) {
    const handed = await submitHandIn(actor, {
      scenarioId: ScenarioIdSchema.parse('S01'),
      handIn: handInOf(`A record among many: ${randomUUID()}`),
      idempotencyKey: randomUUID(),
    });
    if (!handed.ok) throw new Error(handed.reason);
    writeSync(1, `${handed.value.submissionId}\n`);
    // Lets the native driver free its handles, as the server does between requests.
    await new Promise((done) => setImmediate(done));
  }
}

await Promise.all([stream(), stream(), stream(), stream()]);
