import Link from 'next/link';
import { percent } from '@/components/result/readings';
import { LinkButton } from '@/components/ui/link-button';
import { LocalTime } from '@/components/ui/local-time';
import type { TwistPage } from '@/schemas/twist-view';
import styles from './round-list.module.css';

type RoundListProps = Pick<TwistPage, 'submissionId' | 'n' | 'of' | 'rounds' | 'round'>;

/** Ways on from a round: the next one, another try, back to the result; and the tries made so far. */
export function RoundList({ submissionId, n, of, rounds, round }: RoundListProps) {
  const here = `/twists/${submissionId}/${n}` as const;
  return (
    <nav className={styles.list} aria-label="Rounds">
      <div className={styles.actions}>
        {round && n < of ? (
          <LinkButton kind="primary" href={`/twists/${submissionId}/${n + 1}`} prefetch={false}>
            Go on with round {n + 1}
          </LinkButton>
        ) : null}
        {round ? (
          <LinkButton href={`${here}?again=1`} prefetch={false}>
            Do this round again
          </LinkButton>
        ) : null}
        <LinkButton href={`/results/${submissionId}`}>Back to the result</LinkButton>
      </div>
      {rounds.length > 0 ? (
        <ol className={styles.rounds}>
          {rounds.map((one) => (
            <li key={one.number}>
              {one.number === round?.number ? (
                <span aria-current="page">Try {one.number}, this one</span>
              ) : (
                <Link href={`${here}?round=${one.number}`} prefetch={false}>
                  Try {one.number}
                </Link>
              )}
              <LocalTime at={one.submittedAt} style="stamp" />
              <span>{percent(one.overall)}</span>
            </li>
          ))}
        </ol>
      ) : null}
    </nav>
  );
}
