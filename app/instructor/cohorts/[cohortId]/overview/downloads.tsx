import styles from '@/components/dashboard/dashboard.module.css';
import type { PeopleQuery } from '@/schemas/dashboard';
import page from '../../../instructor.module.css';

/** Files of what is shown and of what lies behind it. Each download is noted in the record of acts. */
export function Downloads({ cohortId, query }: { readonly cohortId: string; readonly query: PeopleQuery }) {
  const address = (what: string, format: string) => {
    const params = new URLSearchParams({ cohort: cohortId, what, format });
    if (what === 'overview' && query.q !== '') params.set('q', query.q);
    if (what === 'overview') params.set('standing', query.standing);
    return `/api/instructor/cohort-exports?${params}`;
  };
  return (
    <>
      <p className={page.note}>
        The overview holds everybody whom the filter above leaves, all pages of it. The attempts hold every quiz, answer
        and hand-in with the versions of grader and rubric, and no text of a record. Each download is noted in the
        record of acts.
      </p>
      <ul className={styles.links}>
        <li>
          <a href={address('overview', 'csv')}>Overview, CSV</a>
        </li>
        <li>
          <a href={address('overview', 'json')}>Overview, JSON</a>
        </li>
        <li>
          <a href={address('attempts', 'csv')}>Attempts, CSV</a>
        </li>
        <li>
          <a href={address('attempts', 'json')}>Attempts, JSON</a>
        </li>
      </ul>
    </>
  );
}
