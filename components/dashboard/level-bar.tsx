import styles from './level-bar.module.css';

interface LevelBarProps {
  readonly full: number;
  readonly half: number;
  readonly none: number;
}

/** How drafts meet a criterion, as one bar from met to missing; the numbers stand beside it. */
export function LevelBar({ full, half, none }: LevelBarProps) {
  const parts = [
    { level: 'full', count: full },
    { level: 'half', count: half },
    { level: 'none', count: none },
  ] as const;
  return (
    <span className={styles.bar} aria-hidden="true">
      {parts
        .filter(({ count }) => count > 0)
        .map(({ level, count }) => (
          <span key={level} className={styles[level]} style={{ flexGrow: count }} />
        ))}
    </span>
  );
}
