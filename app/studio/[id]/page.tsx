import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { LOOK_WORDS } from '@/components/studio/decision-words';
import { StudioBench } from '@/components/studio/studio-bench';
import { LocalTime } from '@/components/ui/local-time';
import { DecisionIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { selectDecisionFeedback } from '@/server/decisions/decision-feedback';
import { selectDecision } from '@/server/decisions/decisions';
import { selectLooks } from '@/server/decisions/reconsider';
import styles from '../studio-page.module.css';

export const metadata: Metadata = { title: 'Your decision' };

interface DecisionPageProps {
  readonly params: Promise<{ id: string }>;
}

export default async function DecisionPage({ params }: DecisionPageProps) {
  const id = DecisionIdSchema.safeParse((await params).id);
  const actor = await currentActor();
  const decision = actor && id.success ? await selectDecision(actor, id.data) : null;
  if (!actor || !decision) notFound();
  const [feedback, looks] = [
    // A decision that has only just been opened has nothing to be read.
    decision.version > 1 || decision.record.title !== '' ? await selectDecisionFeedback(actor, decision.id) : null,
    await selectLooks(actor, decision.id),
  ];
  return (
    <div className={styles.wide}>
      <header>
        <p className={styles.eyebrow}>
          <Link href="/studio">Decision studio</Link> · only you can read this
        </p>
        <h1>{decision.record.title || 'Your decision'}</h1>
        {looks.length > 0 ? (
          <p className={styles.muted}>
            Looked at again:{' '}
            {looks.map(({ answer, note, answeredAt }, at) => (
              <span key={answeredAt}>
                {at > 0 ? ', ' : ''}
                {LOOK_WORDS[answer]} on <LocalTime at={answeredAt} style="day" />
                {note ? ` (“${note}”)` : ''}
              </span>
            ))}
          </p>
        ) : null}
      </header>
      <StudioBench stored={decision} learnerId={actor.learnerId} feedback={feedback} />
    </div>
  );
}
