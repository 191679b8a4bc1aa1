import type { Route } from 'next';
import Link from 'next/link';
import desk from '@/components/desk/desk.module.css';
import type { Actor } from '@/server/actor';
import { mayIn } from '@/server/authority';
import { COHORT_VIEWS } from '../../desk-nav';
import { VIEW_WORDS } from './view-words';

const GROUPS: readonly { readonly title: string; readonly views: readonly string[] }[] = [
  { title: 'See', views: ['overview', 'risk', 'gaps', 'map'] },
  { title: 'Decide', views: ['reviews', 'appeals'] },
  { title: 'Run', views: ['assignments', 'people', 'invites', 'messages'] },
];

/** The views of a cohort by what one comes for, each with the question it answers. */
export function ViewGroups({ actor, cohortId }: { readonly actor: Actor; readonly cohortId: string }) {
  const open = COHORT_VIEWS.filter(({ power }) => mayIn(actor, cohortId, power));
  const groups = GROUPS.map(({ title, views }) => ({ title, views: open.filter(({ view }) => views.includes(view)) }));
  return (
    <div className={desk.groups}>
      {groups
        .filter(({ views }) => views.length > 0)
        .map(({ title, views }) => (
          <section key={title} className={desk.group}>
            <h2>{title}</h2>
            <ul>
              {views.map(({ view, label }) => (
                <li key={view}>
                  <Link href={`/instructor/cohorts/${cohortId}/${view}` as Route} prefetch={false}>
                    {label}
                  </Link>
                  <p>{VIEW_WORDS[view]}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
