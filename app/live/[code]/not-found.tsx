import type { Metadata } from 'next';
import { EnterCode } from '@/components/live/enter-code';
import styles from '@/components/live/live.module.css';

export const metadata: Metadata = { title: 'No such round' };

/** The same for a code that nobody has and for one of another team: the server does not say which. */
export default function UnknownRound() {
  return (
    <div className={styles.page}>
      <h1>No round of your team has this code</h1>
      <p>
        Check the six characters on the wall. If they are right, ask whoever runs the round to let you into the team.
      </p>
      <EnterCode />
    </div>
  );
}
