import { classNames } from '@/components/ui/class-names';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import styles from './quiz.module.css';

export interface Dot {
  readonly id: string;
  readonly state: 'open' | 'answered' | 'right' | 'not right';
}

/** One mark per item: filled right, crossed not right, half-toned where only that it was answered may be seen. */
export function ProgressDots({ dots, index }: { readonly dots: readonly Dot[]; readonly index: number }) {
  return (
    <ol className={styles.dots} aria-label="Progress">
      {dots.map(({ id, state }, place) => (
        <li key={id} aria-current={place === index ? 'step' : undefined}>
          <span
            className={classNames(
              styles.dot,
              state === 'right' && styles.dotRight,
              state === 'not right' && styles.dotWrong,
              state === 'answered' && styles.dotAnswered,
              place === index && styles.dotHere,
            )}
          />
          <VisuallyHidden>
            Item {place + 1}: {state}
          </VisuallyHidden>
        </li>
      ))}
    </ol>
  );
}
