import { Brief } from '@/components/exercise/brief';
import { Landing } from '@/components/result/landing';
import { percent } from '@/components/result/readings';
import type { TwistPage } from '@/schemas/twist-view';
import { RoundBench } from './round-bench';
import { roundLanding } from './round-landing';
import { RoundList } from './round-list';
import { RoundResult } from './round-result';
import { TwistFact } from './twist-fact';
import styles from './twist-page-view.module.css';

/** One round: the brief, the changed fact, and either the board to revise or what a try came to. */
export function TwistPageView({ view }: { readonly view: TwistPage }) {
  const { submissionId, n, scenario, round } = view;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.eyebrow}>
          Exercise {scenario.id}, draft {view.draftNumber}, round {n} of {view.of}
        </p>
        <h1 id="round-heading" tabIndex={-1}>
          {scenario.title}: one fact changes
        </h1>
      </header>
      <TwistFact change={view.change} />
      {round ? (
        <Landing
          submissionId={roundLanding(submissionId, n, round.number)}
          headingId="round-heading"
          message={`Graded: ${percent(round.grade.overall)}.`}
        />
      ) : null}
      <div className={styles.columns} data-result={round ? '' : undefined}>
        {round ? (
          <RoundResult round={round} components={scenario.components} />
        ) : (
          <>
            <div className={styles.brief}>
              <Brief scenario={scenario} />
            </div>
            <div className={styles.work}>
              <RoundBench
                submissionId={submissionId}
                n={n}
                twistId={view.twistId}
                changeHash={view.changeHash}
                before={view.before}
                components={scenario.components}
              />
              <p className={styles.weights}>
                What must move counts half of the score, what must or may stay a quarter, the note a quarter. Where
                nothing has to move, the other two share its half.
              </p>
            </div>
          </>
        )}
      </div>
      <RoundList submissionId={submissionId} n={n} of={view.of} rounds={view.rounds} round={round} />
    </div>
  );
}
