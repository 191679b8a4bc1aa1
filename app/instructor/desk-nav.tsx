import type { Route } from 'next';
import Link from 'next/link';
import styles from '@/components/cohort/desk-nav.module.css';
import { type NavLink, NavLinks } from '@/components/cohort/nav-links';
import type { Actor } from '@/server/actor';
import { mayIn, type Power } from '@/server/authority';
import { selectCohorts } from '@/server/cohorts/cohorts';

/** The views of the desk that belong to no cohort, in order. A new one is a line here. */
const DESK_VIEWS: readonly (NavLink & { readonly for: 'staff' | 'instructors' | 'owners' })[] = [
  { href: '/instructor', label: 'Desk', for: 'staff' },
  { href: '/instructor/start', label: 'Start', for: 'instructors' },
  { href: '/instructor/reports', label: 'Reports', for: 'instructors' },
  { href: '/instructor/items', label: 'Items', for: 'instructors' },
  { href: '/instructor/regrades', label: 'Regrades', for: 'instructors' },
  { href: '/instructor/trust', label: 'Trust', for: 'instructors' },
  { href: '/instructor/preview', label: 'Preview', for: 'instructors' },
  { href: '/instructor/audit', label: 'Record of acts', for: 'instructors' },
  { href: '/instructor/organisation', label: 'Organisation', for: 'owners' },
];

/** The views of one cohort, in order, with the power that opens each; they live at /instructor/cohorts/:id/:view. */
export const COHORT_VIEWS: readonly { readonly view: string; readonly label: string; readonly power: Power }[] = [
  { view: 'overview', label: 'Progress', power: 'aggregate' },
  { view: 'risk', label: 'At risk', power: 'manage' },
  { view: 'gaps', label: 'Gaps', power: 'manage' },
  { view: 'map', label: 'Decision map', power: 'aggregate' },
  { view: 'reviews', label: 'Review', power: 'review' },
  { view: 'appeals', label: 'Appeals', power: 'review' },
  { view: 'assignments', label: 'Assignments', power: 'manage' },
  { view: 'people', label: 'People', power: 'manage' },
  { view: 'invites', label: 'Invitations', power: 'manage' },
  { view: 'messages', label: 'Messages', power: 'manage' },
];

function isFor(actor: Actor, audience: (typeof DESK_VIEWS)[number]['for']): boolean {
  if (audience === 'owners') return actor.isOwner;
  return audience === 'staff' || actor.teaches.length > 0;
}

/** The way around the desk: its views, and the cohorts. What it leaves out is refused by the pages themselves. */
export async function DeskNav({ actor }: { readonly actor: Actor }) {
  const cohorts = await selectCohorts(actor);
  const links = DESK_VIEWS.filter((view) => isFor(actor, view.for)).map(({ href, label }) => ({ href, label }));
  return (
    <div className={styles.bar}>
      <div className={styles.inner}>
        <NavLinks label="Desk" links={links} />
        {cohorts.length > 0 ? (
          <details className={styles.switcher}>
            <summary>Cohorts</summary>
            <ul className={styles.menu}>
              {cohorts.map(({ id, name }) => (
                <li key={id}>
                  <Link href={`/instructor/cohorts/${id}`} prefetch={false}>
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </div>
  );
}

/** Which cohort this is, and what of it the actor may look at. */
export function CohortNav({ actor, cohort }: { readonly actor: Actor; readonly cohort: { id: string; name: string } }) {
  const root: Route<`/instructor/cohorts/${string}`> = `/instructor/cohorts/${cohort.id}`;
  const views = COHORT_VIEWS.filter(({ power }) => mayIn(actor, cohort.id, power));
  const links = [
    { href: root as Route, label: 'At a glance' },
    ...views.map(({ view, label }) => ({ href: `${root}/${view}` as Route, label })),
  ];
  return (
    <div className={styles.cohort}>
      <p className={styles.title}>{cohort.name}</p>
      <div className={styles.views} data-print="hide">
        <NavLinks label={`Views of ${cohort.name}`} links={links} />
      </div>
    </div>
  );
}
