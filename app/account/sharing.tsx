import { SharingSwitch } from '@/components/team-map/sharing-switch';
import { SHARING_MEANS } from '@/components/team-map/sharing-words';
import type { Actor } from '@/server/actor';
import { selectPreferences } from '@/server/preferences';
import styles from './account.module.css';

/** The reader's consent to single sentences being shown, to give and to take back. */
export async function Sharing({ actor }: { readonly actor: Actor }) {
  const { sharing } = await selectPreferences(actor);
  return (
    <section className={styles.part} aria-labelledby="sharing">
      <h2 id="sharing">My sentences and my team</h2>
      <p className={styles.muted}>{SHARING_MEANS}</p>
      <SharingSwitch isShared={sharing === 'shared'} />
    </section>
  );
}
