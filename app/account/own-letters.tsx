import { LetterChoices } from '@/components/letters/letter-choices';
import { selectWaysIn } from '@/server/accounts/own-ways';
import type { Actor } from '@/server/actor';
import { selectPreferences } from '@/server/preferences';
import styles from './account.module.css';

/** Which letters the reader gets by mail; where none can come, why. */
export async function OwnLetters({ actor }: { readonly actor: Actor }) {
  const { letters } = await selectPreferences(actor);
  const why = !selectWaysIn().sendsMail
    ? 'This installation sends no mail. Reminders come as messages in the course.'
    : !actor.isConfirmed
      ? 'Letters go to confirmed addresses only. Confirm yours above, under “How you sign in”; then choose here.'
      : null;
  return (
    <section className={styles.part} aria-labelledby="letters">
      <h2 id="letters">Letters by mail</h2>
      {why === null ? (
        <>
          <p className={styles.muted}>
            At most one a day, to {actor.email}, with everything that is new. Each has a link that stops them all. They
            name no marks and no other person.
          </p>
          <LetterChoices letters={letters} isInstructor={actor.teaches.length > 0} />
        </>
      ) : (
        <p className={styles.muted}>{why}</p>
      )}
    </section>
  );
}
