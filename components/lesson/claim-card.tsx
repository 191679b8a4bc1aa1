import Link from 'next/link';
import { termPath } from '@/components/paths';
import { ReportButton } from '@/components/report/report-button';
import { InlineText } from '@/components/ui/inline-text';
import { VerdictMark } from '@/components/ui/verdict-mark';
import type { Claim, ClaimSource } from '@/schemas/claim';
import type { LessonId } from '@/schemas/ids';
import styles from './claim-card.module.css';

interface ClaimCardProps {
  readonly claim: Claim;
  /** The lesson around the card. */
  readonly lessonId: LessonId;
}

/** One statement of the documents with our verdict. Sources that nobody of us has read are not shown. */
export function ClaimCard({ claim, lessonId }: ClaimCardProps) {
  const sources = claim.sources.filter((source) => source.seen);
  return (
    <aside className={styles.card} id={`claim-${claim.id}`} aria-label={`Claim ${claim.id}`}>
      <p className={styles.origin}>
        The <Link href={termPath('two-documents')}>{claim.document === 'A' ? 'first' : 'second'} document</Link> says{' '}
        <span className={styles.id}>{claim.id}</span>
      </p>
      <p className={styles.claim}>{claim.claim}</p>
      <p className={styles.verdict}>
        <VerdictMark verdict={claim.verdict} />
      </p>
      <p className={styles.why}>
        <InlineText text={claim.why} />
      </p>
      <dl className={styles.facts}>
        <dt>Flips when</dt>
        <dd>
          <InlineText text={claim.flipsWhen} />
        </dd>
        <dt>Misconception</dt>
        <dd>{claim.misconception}</dd>
      </dl>
      {sources.length > 0 && (
        <details className={styles.sources}>
          <summary>
            {sources.length} {sources.length === 1 ? 'source' : 'sources'}
          </summary>
          <ul>
            {sources.map((source) => (
              <SourceLine key={source.url} source={source} />
            ))}
          </ul>
        </details>
      )}
      <ReportButton about={{ kind: 'claim', lessonId, claimId: claim.id }} what={`claim ${claim.id}`} />
    </aside>
  );
}

function SourceLine({ source }: { readonly source: ClaimSource }) {
  return (
    <li>
      <a href={source.url} rel="noreferrer">
        {source.title}
      </a>
      {source.checked ? ` (read ${source.checked})` : null}
      {source.note ? <span className={styles.note}> {source.note}</span> : null}
    </li>
  );
}
