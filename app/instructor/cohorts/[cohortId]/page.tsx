import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import styles from '@/components/cohort/cohort.module.css';
import { CohortFigures } from '@/components/cohort/cohort-figures';
import { ROLE_WORDS } from '@/components/cohort/role-words';
import { CountingNotice } from '@/components/dashboard/counting-notice';
import { FunnelBars } from '@/components/dashboard/funnel-bars';
import { RiskList } from '@/components/dashboard/risk-list';
import desk from '@/components/desk/desk.module.css';
import { FigureStrip } from '@/components/desk/figure-strip';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import { sayCount } from '@/components/ui/say-count';
import { getCourse } from '@/course/course';
import type { CohortGlanceView } from '@/schemas/dashboard-view';
import { RoleSchema } from '@/schemas/roster';
import { type Actor, currentActor } from '@/server/actor';
import { mayIn } from '@/server/authority';
import { type CohortCard, selectVisibleCohort } from '@/server/cohorts/cohorts';
import { selectCohortGlance } from '@/server/dashboard/cohort-overview';
import { selectCounting } from '@/server/dashboard/counting';
import { selectDeskNames } from '@/server/dashboard/desk-names';
import { countWaiting } from '@/server/reviews/queue';
import page from '../../instructor.module.css';
import { ViewGroups } from './view-groups';

export const metadata: Metadata = { title: 'A cohort' };

interface CohortPageProps {
  readonly params: Promise<{ readonly cohortId: string }>;
}

export default async function CohortPage({ params }: CohortPageProps) {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="A cohort is for those who run it." />;
  const cohort = await selectVisibleCohort(actor, (await params).cohortId);
  if (!cohort) notFound();
  const mayManage = mayIn(actor, cohort.id, 'manage');
  const counting = mayManage ? await selectCounting(actor, cohort.id, 'board') : null;
  const [glance, [found]] = await Promise.all([
    mayManage && !counting ? selectCohortGlance(actor, cohort.id) : null,
    countWaiting(actor, cohort.id),
  ]);
  return (
    <div className={page.page}>
      <header className={styles.head}>
        <h1>{cohort.name}</h1>
        <CohortFigures cohort={cohort} />
        <p className={styles.muted}>
          {yourPart(actor, cohort)}
          {glance ? (
            <>
              {' '}
              Counted <LocalTime at={glance.asOf} />.
            </>
          ) : null}
        </p>
      </header>
      {cohort.archivedAt === null ? null : (
        <Notice kind="note" title="This cohort is archived.">
          <p>Its people, work and grades are all here. Nobody is let in and nothing new is assigned.</p>
        </Notice>
      )}
      {cohort.learners === 0 && mayManage ? (
        <Notice kind="note" title="Nobody learns here yet.">
          <p>
            <Link href={`/instructor/cohorts/${cohort.id}/invites`}>Invite people</Link> by one link for all, or by a
            list with a link for each.
          </p>
        </Notice>
      ) : (
        <FigureStrip cohort={cohort} summary={glance?.summary ?? null} waiting={found ?? null} />
      )}
      {counting ? <CountingNotice {...counting} /> : null}
      {glance && glance.summary.people > 0 ? <Standing glance={glance} /> : null}
      <ViewGroups actor={actor} cohortId={cohort.id} />
    </div>
  );
}

const FIRST = 3;

/** Who to see first, and how far the whole is, side by side. */
async function Standing({ glance: { cohort, summary, first } }: { readonly glance: CohortGlanceView }) {
  const people = first.slice(0, FIRST);
  return (
    <div className={desk.side}>
      <section className={page.section} aria-labelledby="first-heading">
        <h2 id="first-heading">Who needs somebody first</h2>
        {people.length > 0 ? (
          <RiskList people={people} names={selectDeskNames(await getCourse(), people)} isNarrow />
        ) : (
          <p className={page.note}>Nobody: no one is stuck, overdue, away for long, or sure of what is wrong.</p>
        )}
        {summary.atRisk > people.length ? (
          <p className={desk.onwards}>
            <Link href={`/instructor/cohorts/${cohort.id}/risk`}>All {sayCount(summary.atRisk)}, worst first</Link>
          </p>
        ) : null}
      </section>
      <section className={page.section} aria-labelledby="far-heading">
        <h2 id="far-heading">How far is everybody</h2>
        <FunnelBars funnel={summary.funnel} people={summary.people} />
        <p className={desk.onwards}>
          <Link href={`/instructor/cohorts/${cohort.id}/overview`}>Person by person, module by module</Link>
        </p>
      </section>
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
