import Link from 'next/link';
import { classNames } from '@/components/ui/class-names';
import { LocalTime } from '@/components/ui/local-time';
import type { DeskPerson } from '@/schemas/dashboard-view';
import { personName } from '../instructor/person-name';
import styles from './dashboard.module.css';
import { type DeskNames, reasonWords } from './reason-words';

interface RiskListProps {
  readonly people: readonly DeskPerson[];
  readonly names: DeskNames;
  /** Beside something else: everything under each other, however wide the window is. */
  readonly isNarrow?: boolean;
}

/** The heaviest reasons are enough to begin with; the rest are the person’s own page. */
const MOST_REASONS = 4;

/** Who needs somebody, worst first: why, what that rests on, and a first step for the heaviest reason. */
export function RiskList({ people, names, isNarrow = false }: RiskListProps) {
  return (
    <ol className={classNames(styles.risks, !isNarrow && styles.wide)}>
      {people.map((person) => {
        const reasons = person.reasons.map((reason) => reasonWords(reason, names));
        return (
          <li key={person.learnerId}>
            <div className={styles.riskHead}>
              <Link href={`/instructor/learners/${person.learnerId}`} prefetch={false}>
                {personName(person)}
              </Link>
              <span className={styles.muted}>
                last here <LocalTime at={person.lastActiveAt} style="date" />
              </span>
            </div>
            <ul className={styles.reasons}>
              {reasons.slice(0, MOST_REASONS).map(({ evidence }) => (
                <li key={evidence}>{evidence}</li>
              ))}
              {reasons.length > MOST_REASONS ? <li>And {reasons.length - MOST_REASONS} more.</li> : null}
            </ul>
            {reasons[0] ? (
              <p className={styles.step}>
                <b>First step.</b> {reasons[0].step}
              </p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
