import Link from 'next/link';
import { AskChoice } from '@/components/prediction/ask-choice';
import type { Actor } from '@/server/actor';
import { selectPreferences } from '@/server/preferences';
import styles from './account.module.css';

/** Whether to be asked for one's own marks, and where they lead; for everybody who has a record of their own. */
export async function OwnMarks({ actor }: { readonly actor: Actor }) {
  const { predictions } = await selectPreferences(actor);
  return (
    <section className={styles.part} aria-labelledby="own-marks">
      <h2 id="own-marks">Your own marks</h2>
      <p className={styles.muted}>
        Before a result is shown you can mark the record yourself. That changes no grade; it shows, over time,{' '}
        <Link href="/calibration">how well you judge yourself</Link>.
      </p>
      <AskChoice preferred={predictions} />
    </section>
  );
}
