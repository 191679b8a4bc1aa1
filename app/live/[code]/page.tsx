import type { Metadata } from 'next';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { EnterCode } from '@/components/live/enter-code';
import styles from '@/components/live/live.module.css';
import { Participant } from '@/components/live/participant';
import { LiveCodeSchema } from '@/schemas/live';
import { currentActor } from '@/server/actor';
import { selectOwnRound, selectRoundScenario } from '@/server/live/take-part';

export const metadata: Metadata = { title: 'A round of your team' };

export default async function RoundPage({ params }: { readonly params: Promise<{ readonly code: string }> }) {
  const code = LiveCodeSchema.safeParse((await params).code);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="A round is for the members of a team." />;
  const [round, scenario] = code.success
    ? await Promise.all([selectOwnRound(actor, code.data), selectRoundScenario(actor, code.data)])
    : [null, null];
  if (!code.success || !round || !scenario)
    return (
      <div className={styles.page}>
        <h1>No round of your team has this code</h1>
        <p>
          Check the six characters on the wall. If they are right, ask whoever runs the round to let you into the team.
        </p>
        <EnterCode />
      </div>
    );
  return (
    <div className={styles.page}>
      <h1>{scenario.title}</h1>
      <details>
        <summary>The brief</summary>
        <p>{scenario.brief}</p>
      </details>
      <Participant code={code.data} first={round} scenario={{ components: scenario.components }} />
    </div>
  );
}
