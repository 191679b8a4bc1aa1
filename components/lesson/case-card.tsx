import { InlineText } from '@/components/ui/inline-text';
import type { Case, Reading } from '@/schemas/case';
import styles from './case-card.module.css';

const READ: Readonly<Record<Reading, string>> = {
  seen: 'page read by us',
  mirror: 'copy of the page read by us',
  'second-hand': 'partly reported second-hand',
  unverified: 'partly unverified',
};

/** One published decision. What its figures do not show stands out; the rest unfolds. */
export function CaseCard({ entry }: { readonly entry: Case }) {
  const limit = entry.sections.find((section) => /not show|not shown/i.test(section.heading));
  const rest = entry.sections.filter((section) => section !== limit);
  return (
    <aside className={styles.card} id={`case-${entry.id}`} aria-label={`Case ${entry.id}: ${entry.title}`}>
      <p className={styles.origin}>
        Case <span className={styles.id}>{entry.id}</span> · {entry.readings.map((reading) => READ[reading]).join(', ')}
      </p>
      <p className={styles.title}>{entry.title}</p>
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
      {limit ? (
        <p className={styles.limit}>
          <strong>{limit.heading}</strong> <InlineText text={limit.text} />
        </p>
      ) : null}
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
