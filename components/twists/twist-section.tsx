import { percent } from '@/components/result/readings';
import { LinkButton } from '@/components/ui/link-button';
import type { TwistEntry } from '@/schemas/twist-view';
import styles from './twist-section.module.css';

interface TwistSectionProps {
  readonly submissionId: string;
  readonly entries: readonly TwistEntry[];
}

/** Under a result: the rounds that can be opened, one after the other. No word of a fact before its round is open. */
export function TwistSection({ submissionId, entries }: TwistSectionProps) {
  if (entries.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="twist-rounds-heading">
      <h2 id="twist-rounds-heading">One fact changes</h2>
      <p className={styles.intro}>
        Your decision holds for the brief as it was. Each round changes a single fact: say what moves, what stays, and
        why. Some change nothing.
      </p>
      <ol className={styles.list}>
        {entries.map((entry) => (
          <li key={entry.n}>
            <span className={styles.name}>Round {entry.n}</span>
            <Standing entry={entry} />
            {entry.status === 'locked' ? null : (
              // Without prefetch: the fact is read when its round is opened, and not before.
              <LinkButton
                size="small"
                kind={entry.status === 'ready' ? 'primary' : 'secondary'}
                href={`/twists/${submissionId}/${entry.n}`}
                prefetch={false}
              >
                {entry.status === 'ready' ? `Open round ${entry.n}` : `Look at round ${entry.n}`}
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Standing({ entry }: { readonly entry: TwistEntry }) {
  switch (entry.status) {
    case 'locked':
      return <span className={styles.standing}>Opens after round {entry.n - 1}.</span>;
    case 'ready':
      return <span className={styles.standing}>Not tried yet, about five minutes.</span>;
    case 'done':
      return (
        <span className={styles.standing}>
          Best {percent(entry.best)}, {entry.rounds === 1 ? 'one try' : `${entry.rounds} tries`}.
        </span>
      );
    default:
      return entry satisfies never;
  }
}
