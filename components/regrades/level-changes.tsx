import { LevelMark } from '@/components/ui/level-mark';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { LevelChange } from '@/schemas/regrade';
import styles from './regrades.module.css';

/** Levels that move, each from → to, with the sentence behind it where there is one. */
export function LevelChanges({
  changes,
}: {
  readonly changes: readonly (Omit<LevelChange, 'quote'> & { readonly quote?: string | null })[];
}) {
  if (changes.length === 0) return null;
  return (
    <ul className={styles.changes}>
      {changes.map(({ criterionId, title, from, to, quote }) => (
        <li key={criterionId}>
          <p className={styles.change}>
            <strong>{title}</strong> <LevelMark level={from} /> <span aria-hidden="true">→</span>
            <VisuallyHidden> becomes </VisuallyHidden> <LevelMark level={to} />
          </p>
          {quote ? <p className={styles.quote}>“{quote}”</p> : null}
        </li>
      ))}
    </ul>
  );
}
