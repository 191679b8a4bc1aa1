import { SinceLast } from '@/components/compare/since-last';
import { HandInList } from '@/components/exercise/hand-in-list';
import { revisePath } from '@/components/paths';
import { PredictedSummary } from '@/components/prediction/predicted-summary';
import { LinkButton } from '@/components/ui/link-button';
import type { DraftChanges } from '@/schemas/comparison';
import type { Prediction } from '@/schemas/prediction';
import type { LearnerGrade, ResultView } from '@/schemas/result';
import { Certainty } from './certainty';
import styles from './graded-result.module.css';
import { Ledger } from './ledger';
import { OpenedPart } from './opened-part';
import { pickAnswers } from './pick-answers';
import { Contradictions, Picks } from './picks';
import { type ProofCriterion, spansOf } from './proof-criterion';
import { ProofLights } from './proof-lights';
import { ProofText } from './proof-text';
import { ProofView } from './proof-view';
import { Remarks } from './remarks';
import { SecondOpinion } from './second-opinion';
import { SumsToCheck } from './sums-to-check';
import { FixFirst, Score } from './verdict';

interface GradedResultProps {
  readonly view: ResultView;
  readonly grade: LearnerGrade;
  /** What the learner expected before seeing it. */
  readonly prediction?: Prediction | null;
  /** What this draft changed against the one before. */
  readonly since?: DraftChanges | null;
}

/** The marked-up record: what it came to, what to fix, the proof with its ledger, and what to do next. */
export function GradedResult({ view, grade, prediction = null, since = null }: GradedResultProps) {
  const { handIn, components, opened } = view;
  const criteria = toProofCriteria(view, grade);
  const answers = opened ? pickAnswers(opened.components) : undefined;
  return (
    <div className={styles.result}>
      <div className={styles.top}>
        <Score grade={grade} isPassed={view.isPassed} passMark={view.passMark} />
        <FixFirst criteria={criteria} isContradicted={grade.contradictions.length > 0} />
      </div>
      {since ? <SinceLast scenarioId={view.scenarioId} changes={since} components={components} /> : null}
      <Contradictions
        contradictions={grade.contradictions}
        boundary={grade.boundaryContradiction}
        components={components}
      />
      <Remarks comments={grade.comments} misconceptions={grade.misconceptions} components={components} />
      <ProofLights>
        <ProofView title="Your record" text={handIn.explanation} spans={spansOf(criteria)}>
          <ProofText text={handIn.explanation} criteria={criteria} isAnnotated />
          <SumsToCheck slips={grade.arithmetic ?? []} />
        </ProofView>
        <section aria-labelledby="ledger-heading">
          <h2 id="ledger-heading" className={styles.ledgerHeading}>
            Criterion by criterion
          </h2>
          {prediction ? <PredictedSummary prediction={prediction} criteria={criteria} /> : null}
          <Ledger criteria={criteria} prediction={prediction} submissionId={view.submissionId} />
        </section>
      </ProofLights>
      <section className={styles.section} aria-labelledby="picks-heading">
        <h2 id="picks-heading">The board</h2>
        <Picks
          components={components}
          handIn={handIn}
          credits={grade.choices}
          boundary={grade.boundary}
          {...(answers && opened
            ? {
                answers,
                boundaryAnswer: {
                  boundaries: [opened.boundary.choice, ...opened.boundary.also],
                  why: `${opened.boundary.why} To avoid: ${opened.boundary.avoid}`,
                },
              }
            : {})}
        />
      </section>
      <Certainty criteria={criteria} needsReview={grade.needsReview} />
      {view.opinion ? <SecondOpinion opinion={view.opinion} criteria={criteria} /> : null}
      {opened ? <OpenedPart opened={opened} own={handIn} /> : <p className={styles.opensAfter}>{view.opensAfter}</p>}
      <Next view={view} />
    </div>
  );
}

function Next({ view }: { readonly view: ResultView }) {
  return (
    <section className={styles.section} aria-labelledby="next-heading" data-print="hide">
      <h2 id="next-heading">Next</h2>
      <div className={styles.actions}>
        <LinkButton
          kind={view.isPassed ? 'secondary' : 'primary'}
          href={revisePath(view.scenarioId, view.submissionId)}
        >
          Revise this record
        </LinkButton>
        <LinkButton kind={view.isPassed ? 'primary' : 'secondary'} href="/">
          Go on with the course
        </LinkButton>
      </div>
      <h3 className={styles.drafts}>Your drafts</h3>
      <HandInList handIns={view.handIns} current={view.submissionId} />
    </section>
  );
}

function toProofCriteria(view: ResultView, grade: LearnerGrade): ProofCriterion[] {
  return grade.criteria.map((criterion) => {
    const open = view.opened?.criteria.find(({ id }) => id === criterion.id);
    return { ...criterion, descriptors: open ? { asks: open.asks, full: open.full, half: open.half } : null };
  });
}
