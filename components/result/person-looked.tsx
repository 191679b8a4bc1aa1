import { LevelMark } from '@/components/ui/level-mark';
import { LocalTime } from '@/components/ui/local-time';
import type { OwnReview } from '@/schemas/review-desk';
import styles from './person-looked.module.css';

/** What a person made of the draft: each level from → to with their reason, or that the grade stands. */
export function PersonLooked({ review }: { readonly review: OwnReview | null }) {
  if (!review) return null;
  const { at, changes } = review;
  return (
    <section className={styles.looked} aria-labelledby="looked-heading">
      <h2 id="looked-heading">A person looked at this draft</h2>
      <p>
        On <LocalTime at={at} style="day" />.{' '}
        {changes.length === 0
          ? 'They confirmed the grade as the grader gave it.'
          : changes.length === 1
            ? 'They set one level anew; the grade below counts it.'
            : `They set ${changes.length} levels anew; the grade below counts them.`}
      </p>
      {changes.length > 0 ? (
        <ul>
          {changes.map(({ criterionId, title, from, to, reason }) => (
            <li key={criterionId}>
              <p className={styles.change}>
                <strong>{title}</strong> <LevelMark level={from} /> <span aria-hidden="true">→</span>
                <span className={styles.hidden}> became </span> <LevelMark level={to} />
              </p>
              <p className={styles.reason}>{reason}</p>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
