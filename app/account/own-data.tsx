import { DeleteAccount } from '@/components/account/delete-account';
import { ExportLinks } from '@/components/account/export-links';
import ownStyles from '@/components/account/own-data.module.css';
import { ShortcutChoice } from '@/components/account/shortcut-choice';
import type { Actor } from '@/server/actor';
import styles from './account.module.css';

/** What holds for everybody, with or without an account: choices kept on this device. */
export function DeviceChoices() {
  return (
    <section className={styles.part} aria-labelledby="keys">
      <h2 id="keys">Keys</h2>
      <ShortcutChoice />
    </section>
  );
}

/** Taking one's work away, and taking it off the server. */
export function OwnData({ actor, hasPassword }: { readonly actor: Actor; readonly hasPassword: boolean }) {
  return (
    <>
      <section className={styles.part} aria-labelledby="export">
        <h2 id="export">Everything you did, as a file</h2>
        <p className={styles.muted}>
          Lessons read, answers to quizzes, records with their grades, working copies, and what you reported.
        </p>
        <ExportLinks />
      </section>
      <section className={styles.part} aria-labelledby="delete">
        <h2 id="delete">{actor.isGuest ? 'Delete this guest' : 'Delete this account'}</h2>
        <ul className={ownStyles.points}>
          <li>
            What goes: {actor.isGuest ? '' : 'name, e-mail and password, '}every answer, record, grade, working copy and
            report, and your rows in the instructor’s tables.
          </li>
          <li>
            What stays: counts without a person, such as how many second opinions were asked for on a day. Nothing in
            them leads back to you.
          </li>
          <li>
            Backups of the server may hold it for as long as they are kept; what was exported or printed is with whoever
            has it.
          </li>
        </ul>
        <DeleteAccount isGuest={actor.isGuest} hasPassword={hasPassword} />
      </section>
    </>
  );
}
