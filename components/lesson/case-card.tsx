import Link from 'next/link';
import { READING_WORD } from '@/components/case/case-words';
import { casePath } from '@/components/paths';
import { InlineText } from '@/components/ui/inline-text';
import { type Case, limitOf } from '@/schemas/case';
import styles from './case-card.module.css';

/** One published decision. What its figures do not show stands out; the rest unfolds. */
export function CaseCard({ entry }: { readonly entry: Case }) {
  const limit = limitOf(entry);
  const rest = entry.sections.filter((section) => section !== limit);
  return (
    <aside className={styles.card} id={`case-${entry.id}`} aria-label={`Case ${entry.id}: ${entry.title}`}>
      <p className={styles.origin}>
        Case <span className={styles.id}>{entry.id}</span> ·{' '}
        {entry.readings.map((reading) => READING_WORD[reading]).join(', ')}
      </p>
      <p className={styles.title}>
        <Link href={casePath(entry.id)} prefetch={false}>
          {entry.title}
        </Link>
      </p>
      <dl className={styles.facts}>
        <dt>Decision</dt>
        <dd>{entry.decision}</dd>
        <dt>Decided by</dt>
        <dd>{entry.decidingConstraint}</dd>
        {entry.boundary !== '-' && (
          <>
            <dt>Boundary</dt>
            <dd>{entry.boundary}</dd>
          </>
        )}
      </dl>
      <p className={styles.limit}>
        <strong>{limit.heading}</strong> <InlineText text={limit.text} />
      </p>
      <details className={styles.more}>
        <summary>The whole entry</summary>
        <dl>
          {rest.map((section) => (
            <div key={section.heading}>
              <dt>{section.heading}</dt>
              <dd>
                <InlineText text={section.text} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </aside>
  );
}
