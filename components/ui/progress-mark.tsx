import { classNames } from './class-names';
import styles from './progress-mark.module.css';

interface ProgressMarkProps {
  readonly done: number;
  readonly total: number;
  /** What is counted, such as "lessons read"; said after the numbers. */
  readonly of: string;
}

/** "2 of 5 lessons read" with one filled box per step; the numbers carry the meaning. */
export function ProgressMark({ done, total, of }: ProgressMarkProps) {
  return (
    <span className={styles.progress}>
      <span className={styles.track} aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are alike and never reorder
          <span key={index} className={classNames(styles.step, index < done && styles.done)} />
        ))}
      </span>
      {done} of {total} {of}
    </span>
  );
}
