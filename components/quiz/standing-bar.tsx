import type { QuizView } from '@/schemas/reveal';
import styles from './quiz.module.css';

/** Right items against the mastery line, as a bar and in words. */
export function StandingBar({ standing }: { readonly standing: QuizView['standing'] }) {
  const { right, total, masteryScore } = standing;
  const share = total > 0 ? right / total : 0;
  return (
    <div className={styles.standing}>
      <div className={styles.standingTrack} aria-hidden="true">
        <span className={styles.standingFill} style={{ width: `${share * 100}%` }} />
        <span className={styles.standingLine} style={{ left: `${masteryScore * 100}%` }} />
      </div>
      <p>
        {right} of {total} right, {Math.round(share * 100)} %. The line is at {Math.round(masteryScore * 100)} %.
      </p>
    </div>
  );
}
