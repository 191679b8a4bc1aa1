import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import styles from '@/components/cohort/cohort.module.css';
import { CohortFigures } from '@/components/cohort/cohort-list';
import { ROLE_WORDS } from '@/components/cohort/role-words';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { Notice } from '@/components/ui/notice';
import { RoleSchema } from '@/schemas/roster';
import { type Actor, currentActor } from '@/server/actor';
import { mayIn } from '@/server/authority';
import { type CohortCard, selectVisibleCohort } from '@/server/cohorts/cohorts';
import { COHORT_VIEWS } from '../../desk-nav';
import page from '../../instructor.module.css';
import { VIEW_WORDS } from './view-words';

export const metadata: Metadata = { title: 'A cohort' };

interface CohortPageProps {
  readonly params: Promise<{ readonly cohortId: string }>;
}

export default async function CohortPage({ params }: CohortPageProps) {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="A cohort is for those who run it." />;
  const cohort = await selectVisibleCohort(actor, (await params).cohortId);
  if (!cohort) notFound();
  const views = COHORT_VIEWS.filter(({ power }) => mayIn(actor, cohort.id, power));
  return (
    <div className={page.page}>
      <header className={styles.head}>
        <h1>{cohort.name}</h1>
        <CohortFigures cohort={cohort} />
        <p className={styles.muted}>{yourPart(actor, cohort)}</p>
      </header>
      {cohort.archivedAt === null ? null : (
        <Notice kind="note" title="This cohort is archived.">
          <p>Its people, work and grades are all here. Nobody is let in and nothing new is assigned.</p>
        </Notice>
      )}
      {cohort.learners === 0 && mayIn(actor, cohort.id, 'manage') ? (
        <Notice kind="note" title="Nobody learns here yet.">
          <p>
            <Link href={`/instructor/cohorts/${cohort.id}/invites`}>Invite people</Link> by one link for all, or by a
            list with a link for each.
          </p>
        </Notice>
      ) : null}
      {views.length > 0 ? (
        <ul className={styles.views}>
          {views.map(({ view, label }) => (
            <li key={view}>
              <span className={styles.cohortName}>
                <Link href={`/instructor/cohorts/${cohort.id}/${view}` as Route}>{label}</Link>
              </span>
              <p className={styles.muted}>{VIEW_WORDS[view]}</p>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** What the reader is in it. */
function yourPart(actor: Actor, { id }: CohortCard): string {
  if (actor.isOwner) return 'You are an owner: everything here is open to you.';
  const isIn = (list: readonly string[]) => list.includes(id);
  const roles = RoleSchema.options.filter(
    (role) =>
      (role === 'instructor' && isIn(actor.teaches)) ||
      (role === 'reviewer' && isIn(actor.reviews)) ||
      (role === 'lead' && isIn(actor.leads)),
  );
  return roles.map((role) => ROLE_WORDS[role].means).join(' ');
}
