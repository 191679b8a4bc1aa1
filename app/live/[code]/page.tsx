import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import styles from '@/components/live/live.module.css';
import { Participant } from '@/components/live/participant';
import { LiveCodeSchema } from '@/schemas/live';
import { currentActor } from '@/server/actor';
import { selectOwnRound, selectRoundScenario } from '@/server/live/take-part';

export const metadata: Metadata = { title: 'A round of your team' };

export default async function RoundPage({ params }: { readonly params: Promise<{ readonly code: string }> }) {
  const code = LiveCodeSchema.safeParse((await params).code);
  if (!code.success) notFound();
  const actor = await currentActor();
  if (!actor) return <SignInHint what="A round is for the members of a team." />;
  const [round, scenario] = await Promise.all([
    selectOwnRound(actor, code.data),
    selectRoundScenario(actor, code.data),
  ]);
  if (!round || !scenario) notFound();
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
