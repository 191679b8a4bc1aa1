import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import styles from '@/components/dashboard/dashboard.module.css';
import { personName } from '@/components/instructor/person-name';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { LocalTime } from '@/components/ui/local-time';
import { CohortIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { mayIn } from '@/server/authority';
import { selectBelief } from '@/server/dashboard/cohort-gaps';
import page from '../../../../instructor.module.css';

export const metadata: Metadata = { title: 'Who holds a belief' };

interface BeliefPageProps {
  readonly params: Promise<{ readonly cohortId: string; readonly misconceptionId: string }>;
}

export default async function BeliefPage({ params }: BeliefPageProps) {
  const { cohortId, misconceptionId } = await params;
  const id = CohortIdSchema.safeParse(cohortId);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!id.success || !mayIn(actor, id.data, 'manage')) notFound();
  const view = await selectBelief(actor, id.data, misconceptionId);
  if (!view) notFound();
  const { cohort, misconception, holders } = view;
  return (
    <div className={page.page}>
      <header className={page.head}>
        <p>
          <Link href={`/instructor/cohorts/${cohort.id}/gaps` as Route}>What {cohort.name} gets wrong</Link>
        </p>
        <h1>“{misconception.statement}”</h1>
        <p className={page.note}>{misconception.answer}</p>
        <p className={page.note}>That you read these words of theirs is noted in the record of acts.</p>
      </header>
      {holders.length === 0 ? <p className={page.note}>Nobody’s latest draft shows it.</p> : null}
      <ul className={styles.quotes}>
        {holders.map(({ learnerId, name, isGuest, submissionId, scenarioId, submittedAt, quote }) => (
          <li key={submissionId}>
            {quote === null ? null : <blockquote>{quote}</blockquote>}
            <p>
              <Link href={`/instructor/learners/${learnerId}`} prefetch={false}>
                {personName({ learnerId, name, isGuest })}
              </Link>{' '}
              in{' '}
              <Link href={`/instructor/results/${submissionId}` as Route} prefetch={false}>
                a draft of {scenarioId}
              </Link>
              , <LocalTime at={submittedAt} style="date" />
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
