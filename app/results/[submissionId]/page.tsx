import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AppealSection } from '@/components/appeals/appeal-section';
import { ResultFigures } from '@/components/attempt/figures-note';
import { ContrarySection } from '@/components/contrary/contrary-section';
import { HintCount } from '@/components/hints/hint-count';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { PanelSection } from '@/components/panel/panel-section';
import { PredictFirst } from '@/components/prediction/predict-first';
import { GradedAnew } from '@/components/regrades/graded-anew';
import { GradedResult } from '@/components/result/graded-result';
import { Landing } from '@/components/result/landing';
import { PersonLooked } from '@/components/result/person-looked';
import { percent } from '@/components/result/readings';
import { Waiting } from '@/components/result/waiting';
import { SpaceLink } from '@/components/space/space-link';
import { SharingAsk } from '@/components/team-map/sharing-ask';
import { TwistSection } from '@/components/twists/twist-section';
import { SubmissionIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { selectOwnAppeals } from '@/server/appeals/own-appeals';
import { selectFigures } from '@/server/attempts/select-figures';
import { selectSinceLast } from '@/server/comparison/since-last';
import { selectContraryEntry } from '@/server/contrary/select-contrary';
import { countHintsBefore } from '@/server/hints';
import { selectPanel } from '@/server/panel';
import { selectPrediction, selectPredictionAsk } from '@/server/predictions/predictions';
import { selectPreferences } from '@/server/preferences';
import { selectOwnRegrade } from '@/server/regrades/own-regrade';
import { selectOwnReview } from '@/server/reviews/select-own-review';
import { selectResult } from '@/server/submissions';
import { selectTwistEntries } from '@/server/twists/select-twists';
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
  const [ask, prediction, since, hints] = await Promise.all([
    selectPredictionAsk(actor, id.data),
    selectPrediction(actor, id.data),
    selectSinceLast(actor, view),
    countHintsBefore(actor, id.data),
  ]);
  const { grade, isPassed } = view;
  const outcome = grade ? `Graded: ${percent(grade.overall)}, ${isPassed ? 'passed' : 'not passed yet'}.` : '';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.eyebrow}>
          Exercise {view.scenarioId}, draft {view.number}
        </p>
        <h1 id="result-heading" tabIndex={-1}>
          {view.scenarioTitle}: {ask ? 'your record is in' : 'your record, marked up'}
        </h1>
      </header>
      {figures ? <ResultFigures {...figures} /> : null}
      {ask ? (
        <PredictFirst ask={ask} />
      ) : grade ? (
        <>
          <Landing submissionId={view.submissionId} headingId="result-heading" message={outcome} />
          <HintCount count={hints} />
          <PersonLooked review={await selectOwnReview(actor, view)} />
          <GradedAnew regrade={await selectOwnRegrade(actor, view)} />
          <GradedResult view={view} grade={grade} prediction={prediction} since={since} />
          <AppealSection own={await selectOwnAppeals(actor, view)} />
          <PanelSection report={await selectPanel(view)} passMark={view.passMark} />
          <ContrarySection submissionId={view.submissionId} entry={await selectContraryEntry(actor, id.data)} />
          <TwistSection submissionId={view.submissionId} entries={await selectTwistEntries(actor, id.data)} />
          {view.opened ? <SpaceLink scenarioId={view.scenarioId} /> : null}
          {(await selectPreferences(actor)).sharing === 'undecided' ? <SharingAsk /> : null}
        </>
      ) : (
        <Waiting />
      )}
    </div>
  );
}
