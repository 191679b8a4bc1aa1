import { classNames } from '@/components/ui/class-names';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { QuizView } from '@/schemas/reveal';
import styles from './quiz.module.css';

/** One mark per item: filled right, crossed not right, ringed the one at hand. */
export function ProgressDots({ view, index }: { readonly view: QuizView; readonly index: number }) {
  return (
    <ol className={styles.dots} aria-label="Progress">
      {view.questions.map((question, place) => {
        const answer = view.answered.find((entry) => entry.itemId === question.id);
        const state = answer ? (answer.isCorrect ? 'right' : 'not right') : 'open';
        return (
          <li key={question.id} aria-current={place === index ? 'step' : undefined}>
            <span
              className={classNames(
                styles.dot,
                answer && (answer.isCorrect ? styles.dotRight : styles.dotWrong),
                place === index && styles.dotHere,
              )}
            />
            <VisuallyHidden>
              Item {place + 1}: {state}
            </VisuallyHidden>
          </li>
        );
      })}
    </ol>
  );
}
