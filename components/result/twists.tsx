import { InlineText } from '@/components/ui/inline-text';
import type { OpenedExercise } from '@/schemas/result';
import styles from './twists.module.css';

/** Facts that might change: think first, then open what follows. In some of them nothing does. */
export function Twists({ twists }: { readonly twists: OpenedExercise['twists'] }) {
  return (
    <section className={styles.twists} aria-labelledby="twists-heading">
      <h3 id="twists-heading">If a fact changed</h3>
      <p className={styles.intro}>Would your answer still stand? Not every change should move it.</p>
      {twists.map(({ change, new_answer: answer, why }) => (
        <details key={change} className={styles.twist}>
          <summary>
            <InlineText text={change} />
          </summary>
          <p>
            <strong>
              <InlineText text={answer} />
            </strong>{' '}
            <InlineText text={why} />
          </p>
        </details>
      ))}
    </section>
  );
}
