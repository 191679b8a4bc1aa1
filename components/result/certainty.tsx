import { FeedbackMark } from '@/components/ui/feedback-mark';
import styles from './certainty.module.css';
import type { ProofCriterion } from './proof-criterion';
import { confidenceWord, expectedAgreement, percent } from './readings';

interface CertaintyProps {
  readonly criteria: readonly ProofCriterion[];
  readonly needsReview: boolean;
}

/** How far the grade can be trusted, and what one can do about it today. */
export function Certainty({ criteria, needsReview }: CertaintyProps) {
  const { same, total } = expectedAgreement(criteria);
  const unsure = criteria.filter((criterion) => criterion.judged === false || criterion.confidence < 0.7);
  return (
    <section className={styles.certainty} aria-labelledby="certainty-heading">
      <h2 id="certainty-heading">How sure the grader is</h2>
      <p>
        A program graded this text. By its own estimate a careful person would give the same level on about {same} of{' '}
        {total} criteria. {unsure.length === 0 ? 'None of them is in doubt.' : 'It is least sure of these:'}
      </p>
      {unsure.length > 0 ? (
        <ul>
          {unsure.map((criterion) => (
            <li key={criterion.id}>
              {criterion.title}:{' '}
              {criterion.judged === false
                ? 'it could not judge this one'
                : `${confidenceWord(criterion.confidence)}, ${percent(criterion.confidence)}`}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {needsReview ? (
          <>
            <FeedbackMark type="informative" /> It has put this draft on the instructor’s list of grades to look at.{' '}
          </>
        ) : null}
        If you think that it misread you, say the point more plainly and hand in again: drafts are unlimited and the
        best one counts. Your instructor sees the text, the quotes and every level as you do.
      </p>
    </section>
  );
}
