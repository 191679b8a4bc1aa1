import { Landing } from '@/components/result/landing';
import type { PredictionAsk } from '@/schemas/prediction';
import styles from './predict-first.module.css';
import { PredictionForm } from './prediction-form';

/** Between handing in and the result: one's own marks, so that the grade has something to be compared with. */
export function PredictFirst({ ask }: { readonly ask: PredictionAsk }) {
  return (
    <section className={styles.first} aria-labelledby="predict-heading">
      <Landing
        submissionId={ask.submissionId}
        headingId="result-heading"
        message="Your record is stored. Before its result is shown, you may mark it yourself."
      />
      <h2 id="predict-heading">Mark it yourself first</h2>
      <p className={styles.lead}>
        Your record is stored and cannot be lost. Say how each criterion came out and how sure you are; then the result
        is shown with your marks beside it. They change no grade. They tell you, over time, how well you judge your own
        arguments.
      </p>
      <PredictionForm ask={ask} />
    </section>
  );
}
