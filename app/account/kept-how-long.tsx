import own from '@/components/account/own-data.module.css';
import { sayRules } from '@/components/retention/retention-words';
import type { Actor } from '@/server/actor';
import { readRetention } from '@/server/retention/read-retention';
import styles from './account.module.css';

/** The rules of this installation, as they bear on the reader. */
export async function KeptHowLong({ actor }: { readonly actor: Actor }) {
  const rules = sayRules(await readRetention(), actor.isGuest);
  return (
    <section className={styles.part} aria-labelledby="kept">
      <h2 id="kept">How long it is kept</h2>
      <ul className={own.points}>
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  );
}
