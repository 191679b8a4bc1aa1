import type { ReviewView } from '@/schemas/review-desk';
import styles from './review-parts.module.css';

const FIGURE = new Intl.NumberFormat('en-GB');

/** That much of a draft came in one paste: numbers for a person to make something of or not. */
export function LargePasteNote({ view }: { readonly view: ReviewView }) {
  if (!view.largePaste) return null;
  const { largest, total } = view.largePaste;
  return (
    <section className={styles.part} aria-labelledby="paste-heading">
      <h2 id="paste-heading">Pasted in one piece</h2>
      <p>
        {FIGURE.format(largest)} of {FIGURE.format(total)} characters came in one paste.
      </p>
      <p className={styles.note}>
        The writer’s browser counted, so it may be wrong. Many people write in another program, in their first language,
        or with help for reading and writing; what it means is yours to find out. It changes no grade.
      </p>
    </section>
  );
}
