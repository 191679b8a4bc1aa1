import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ResultFigures } from '@/components/attempt/figures-note';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { GradedResult } from '@/components/result/graded-result';
import { Landing } from '@/components/result/landing';
import { percent } from '@/components/result/readings';
import { Waiting } from '@/components/result/waiting';
import { SubmissionIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { selectFigures } from '@/server/attempts/select-figures';
import { selectResult } from '@/server/submissions';
import styles from './page.module.css';

export const metadata: Metadata = { title: 'Result' };

interface ResultPageProps {
  readonly params: Promise<{ submissionId: string }>;
}

export default async function ResultPage({ params }: ResultPageProps) {
  const id = SubmissionIdSchema.safeParse((await params).submissionId);
  if (!id.success) notFound();
  const actor = await currentActor();
  if (!actor) return <SignInHint what="A result belongs to the person who handed it in." />;
  const view = await selectResult(actor, id.data);
  const figures = await selectFigures(actor, id.data);
  if (!view) notFound();
  const { grade, isPassed } = view;
  const outcome = grade ? `Graded: ${percent(grade.overall)}, ${isPassed ? 'passed' : 'not passed yet'}.` : '';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.eyebrow}>
          Exercise {view.scenarioId}, draft {view.number}
        </p>
        <h1 id="result-heading" tabIndex={-1}>
          {view.scenarioTitle}: your record, marked up
        </h1>
      </header>
      {figures ? <ResultFigures {...figures} /> : null}
      {grade ? (
        <>
          <Landing submissionId={view.submissionId} headingId="result-heading" message={outcome} />
          <GradedResult view={view} grade={grade} />
        </>
      ) : (
        <Waiting />
      )}
    </div>
  );
}
