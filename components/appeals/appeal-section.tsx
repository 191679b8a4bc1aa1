import type { OwnAppeals } from '@/schemas/appeal';
import { AppealForm } from './appeal-form';
import styles from './appeals.module.css';
import { OwnAppealEntry } from './own-appeal';

/** On a result: ask for a person to look at one level again, and read what came of it. */
export function AppealSection({ own }: { readonly own: OwnAppeals | null }) {
  if (!own || (own.appeals.length === 0 && own.criteria.length === 0)) return null;
  return (
    <section id="appeal" className={styles.section} aria-labelledby="appeal-heading" data-print="hide">
      <h2 id="appeal-heading">Do you see it otherwise?</h2>
      <p className={styles.note}>
        Ask for a person to look at one level again. Somebody who did not set it rules and says why. It can only raise
        your grade.
      </p>
      {own.appeals.length > 0 ? (
        <ul className={styles.list}>
          {own.appeals.map((appeal) => (
            <OwnAppealEntry key={appeal.id} appeal={appeal} />
          ))}
        </ul>
      ) : null}
      {own.criteria.length === 0 ? null : own.mayAppeal ? (
        <details className={styles.opener}>
          <summary>Appeal against a level</summary>
          <AppealForm key={own.appeals.length} own={own} />
        </details>
      ) : (
        <p className={styles.note}>Your cohort is closed, so nobody is there to rule on a new appeal.</p>
      )}
    </section>
  );
}
