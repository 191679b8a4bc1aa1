import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import styles from '@/components/dashboard/dashboard.module.css';
import { FunnelBars } from '@/components/dashboard/funnel-bars';
import { HeatMap } from '@/components/dashboard/heat-map';
import { PeopleFilter } from '@/components/dashboard/people-filter';
import { RiskList } from '@/components/dashboard/risk-list';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { LocalTime } from '@/components/ui/local-time';
import { sayCount } from '@/components/ui/say-count';
import { getCourse } from '@/course/course';
import type { PeopleQuery } from '@/schemas/dashboard';
import type { CohortOverviewView } from '@/schemas/dashboard-view';
import { CohortIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { mayIn } from '@/server/authority';
import { selectCohortAggregate, selectCohortOverview } from '@/server/dashboard/cohort-overview';
import { selectCounting } from '@/server/dashboard/counting';
import { selectDeskNames } from '@/server/dashboard/desk-names';
import page from '../../../instructor.module.css';
import { CountingPage } from '../counting-page';
import { peopleAddress, readPeopleQuery, type SearchParams } from '../read-people-query';
import { AggregateView } from './aggregate-view';
import { Downloads } from './downloads';

export const metadata: Metadata = { title: 'How far a cohort is' };

interface OverviewPageProps {
  readonly params: Promise<{ readonly cohortId: string }>;
  readonly searchParams: SearchParams;
}

export default async function OverviewPage({ params, searchParams }: OverviewPageProps) {
  const id = CohortIdSchema.safeParse((await params).cohortId);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!id.success || !mayIn(actor, id.data, 'aggregate')) notFound();
  const course = await getCourse();
  const modules = course.outline.modules.filter((module) => course.lessons.some((own) => own.module.id === module.id));
  const counting = await selectCounting(actor, id.data, 'board');
  if (counting) return <CountingPage title="Progress" counting={counting} />;
  if (!mayIn(actor, id.data, 'manage')) {
    const view = await selectCohortAggregate(actor, id.data);
    if (!view) notFound();
    return <AggregateView view={view} modules={modules} />;
  }
  const query = await readPeopleQuery(searchParams);
  const view = await selectCohortOverview(actor, id.data, query);
  if (!view) notFound();
  const { cohort, summary, first } = view;
  const names = selectDeskNames(course, [...first, ...view.page.people]);
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>Progress</h1>
        <p className={page.note}>
          As of <LocalTime at={view.asOf} />.
        </p>
      </header>
      {summary.people === 0 ? (
        <p className={page.note}>
          Nobody learns in this cohort yet. Whoever joins appears here at once, before the first lesson is opened.
        </p>
      ) : (
        <>
          <section className={page.section} aria-labelledby="first-heading">
            <h2 id="first-heading">Who needs somebody today</h2>
            {first.length > 0 ? (
              <RiskList people={first} names={names} />
            ) : (
              <p className={page.note}>Nobody: no one is stuck, overdue, away for long, or sure of what is wrong.</p>
            )}
            {summary.atRisk > first.length ? (
              <p>
                <Link href={`/instructor/cohorts/${cohort.id}/risk` as Route}>
                  All {sayCount(summary.atRisk)}, worst first
                </Link>
              </p>
            ) : null}
          </section>
          <section className={page.section} aria-labelledby="far-heading">
            <h2 id="far-heading">How far is everybody</h2>
            <FunnelBars funnel={summary.funnel} people={summary.people} />
            {summary.medianMinutes === null ? null : (
              <p className={page.note}>
                Median time in quizzes: {Math.round(summary.medianMinutes)} minutes, of {sayCount(summary.timed)}{' '}
                {summary.timed === 1 ? 'person' : 'people'}.
              </p>
            )}
            <People view={view} query={query} modules={modules} names={names} />
          </section>
          <Unknown view={view} />
          <section className={page.section} aria-labelledby="downloads-heading">
            <h2 id="downloads-heading">Take it with you</h2>
            <Downloads cohortId={cohort.id} query={query} />
          </section>
        </>
      )}
    </div>
  );
}

interface PeopleProps {
  readonly view: CohortOverviewView;
  readonly query: PeopleQuery;
  readonly modules: Parameters<typeof HeatMap>[0]['modules'];
  readonly names: Parameters<typeof HeatMap>[0]['names'];
}

function People({ view, query, modules, names }: PeopleProps) {
  const path = `/instructor/cohorts/${view.cohort.id}/overview`;
  return (
    <>
      <PeopleFilter query={query} found={view.page.found} />
      {view.page.people.length === 0 ? (
        <p className={page.note}>
          Nobody here fits. <Link href={path as Route}>Show everybody</Link>
        </p>
      ) : null}
      <HeatMap
        caption={`${view.cohort.name}: people and modules`}
        modules={modules}
        people={view.page.people}
        summary={view.summary}
        names={names}
        asOf={view.asOf}
      />
      <nav className={styles.pager} aria-label="Pages">
        {query.after === '' ? null : (
          <Link href={peopleAddress(path, query, '') as Route} prefetch={false}>
            First page
          </Link>
        )}
        {view.page.next === null ? null : (
          <Link href={peopleAddress(path, query, view.page.next) as Route} prefetch={false}>
            Next page
          </Link>
        )}
      </nav>
    </>
  );
}

function Unknown({ view: { cohort, doubted } }: { readonly view: CohortOverviewView }) {
  return (
    <section className={page.section} aria-labelledby="unknown-heading">
      <h2 id="unknown-heading">What the group gets wrong, and what the grader does not know</h2>
      <ul className={styles.links}>
        <li>
          <Link href={`/instructor/cohorts/${cohort.id}/gaps` as Route}>Weakest objectives, criteria and beliefs</Link>
        </li>
        <li>
          {doubted === 0 ? (
            <span className={page.note}>No grade waits for a person.</span>
          ) : (
            <Link href="/instructor">
              {doubted} {doubted === 1 ? 'grade waits' : 'grades wait'} for a person
            </Link>
          )}
        </li>
      </ul>
    </section>
  );
}
