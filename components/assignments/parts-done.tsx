import styles from './assignments.module.css';

/** How much of an assignment is done: the bar repeats the words. */
export function PartsDone({ done, total }: { readonly done: number; readonly total: number }) {
  return (
    <span className={styles.parts}>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${total === 0 ? 100 : Math.round((100 * done) / total)}%` }} />
      </span>
      {done} of {total} {total === 1 ? 'part' : 'parts'} done
    </span>
  );
}
