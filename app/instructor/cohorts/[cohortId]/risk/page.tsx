import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import styles from '@/components/dashboard/dashboard.module.css';
import { RiskList } from '@/components/dashboard/risk-list';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { sayCount } from '@/components/ui/say-count';
import { getCourse } from '@/course/course';
import { CohortIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { mayIn } from '@/server/authority';
import { selectCohortOverview } from '@/server/dashboard/cohort-overview';
import { selectCounting } from '@/server/dashboard/counting';
import { selectDeskNames } from '@/server/dashboard/desk-names';
import page from '../../../instructor.module.css';
import { CountingPage } from '../counting-page';
import { peopleAddress, readPeopleQuery, type SearchParams } from '../read-people-query';

export const metadata: Metadata = { title: 'Who needs somebody' };

interface RiskPageProps {
  readonly params: Promise<{ readonly cohortId: string }>;
  readonly searchParams: SearchParams;
}

export default async function RiskPage({ params, searchParams }: RiskPageProps) {
  const id = CohortIdSchema.safeParse((await params).cohortId);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!id.success || !mayIn(actor, id.data, 'manage')) notFound();
  const counting = await selectCounting(actor, id.data, 'board');
  if (counting) return <CountingPage title="Who needs somebody" counting={counting} />;
  const { after } = await readPeopleQuery(searchParams);
  const query = { q: '', standing: 'at-risk', sort: 'risk', after } as const;
  const view = await selectCohortOverview(actor, id.data, query);
  if (!view) notFound();
  const { people, found, next } = view.page;
  const path = `/instructor/cohorts/${view.cohort.id}/risk`;
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>Who needs somebody</h1>
        <p className={page.note}>
          {sayCount(found)} of {sayCount(view.summary.people)}, worst first, by rules that anybody can check: three
          drafts failed, two failures at the same exercise or item, an assignment overdue, two weeks away, sure of what
          is wrong, or nothing begun a week after joining. No estimate of a person is made.
        </p>
      </header>
      {people.length > 0 ? (
        <RiskList people={people} names={selectDeskNames(await getCourse(), people)} />
      ) : (
        <p className={page.note}>
          Nobody on this page: no one is stuck, overdue, away for long, or sure of what is wrong.
        </p>
      )}
      <nav className={styles.pager} aria-label="Pages">
        {after === '' ? null : (
          <Link href={path as Route} prefetch={false}>
            First page
          </Link>
        )}
        {next === null ? null : (
          <Link href={peopleAddress(path, { ...query, standing: 'all' }, next) as Route} prefetch={false}>
            Next page
          </Link>
        )}
      </nav>
    </div>
  );
}
