import { percent } from '@/components/result/readings';
import { LocalTime } from '@/components/ui/local-time';
import type { OwnRegrade } from '@/schemas/regrade';
import { LevelChanges } from './level-changes';
import styles from './regrades.module.css';

/** On a result: the old grade, the new one and why; or that it was taken back. */
export function GradedAnew({ regrade }: { readonly regrade: OwnRegrade | null }) {
  if (!regrade) return null;
  const { at, before, after, reason, changes, isUndone } = regrade;
  return (
    <section className={styles.anew} aria-labelledby="anew-heading">
      <h2 id="anew-heading">{isUndone ? 'A regrade of this draft was taken back' : 'This draft was graded anew'}</h2>
      <p>
        On <LocalTime at={at} style="day" /> {percent(before)} became <strong>{percent(after)}</strong>.{' '}
        {isUndone ? 'That counts no more.' : ''} The reason: {reason}
      </p>
      {isUndone ? null : <LevelChanges changes={changes} />}
    </section>
  );
}
