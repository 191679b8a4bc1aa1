import { WHAT_THEY_SEE } from '@/components/cohort/role-words';
import { DataTable } from '@/components/ui/data-table';
import styles from './about.module.css';

/** Who sees what of a learner. The words are those of the account page, said here to somebody who is not one yet. */
const ROWS = [
  ['Your instructor', WHAT_THEY_SEE.instructor],
  ['A reviewer', WHAT_THEY_SEE.reviewer],
  ['A lead, such as your manager', WHAT_THEY_SEE.lead],
  ['An owner of the installation', WHAT_THEY_SEE.owner],
  ['Nobody', WHAT_THEY_SEE.nobody],
] as const;

export function Privacy() {
  return (
    <section className={styles.section} aria-labelledby="privacy">
      <h2 id="privacy">Who sees what of you</h2>
      <p className={styles.prose}>
        The course runs on machines of your own organisation, or of whoever invited you. There is no tracking, no
        advertising and no third party. On your account page you see what each role sees of you, take all of your data
        with you, and delete it.
      </p>
      <DataTable caption="What each role sees of a learner in its group">
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Sees</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([role, sees]) => (
            <tr key={role}>
              <th scope="row">{role}</th>
              <td>
                <ul className={styles.plain}>
                  {sees.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p className={styles.muted}>
        Other learners see nothing of you. Whoever opens a text of yours on the desk, or changes a grade, is written
        down in a record that cannot be edited.
      </p>
    </section>
  );
}
