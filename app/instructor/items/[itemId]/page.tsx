import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CountedNote, Counting } from '@/components/analysis/counted-note';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { DeskReportEntry } from '@/components/report/desk-report';
import reportStyles from '@/components/report/report.module.css';
import { getCourse } from '@/course/course';
import { currentActor } from '@/server/actor';
import { selectItemAnalysis } from '@/server/analysis/item-analysis';
import { selectManagedCohorts } from '@/server/analysis/managed-cohorts';
import { selectDeskReports } from '@/server/reports/report-desk';
import pageStyles from '../../instructor.module.css';
import { isAbout, shortStem } from '../item-lines';
import { ItemReport } from './item-report';

export const metadata: Metadata = { title: 'An item and its answers' };

interface ItemPageProps {
  readonly params: Promise<{ itemId: string }>;
  readonly searchParams: Promise<{ cohort?: string | string[] }>;
}

export default async function ItemPage({ params, searchParams }: ItemPageProps) {
  const { itemId } = await params;
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  const [cohorts, course] = await Promise.all([selectManagedCohorts(actor), getCourse()]);
  const loaded = course.lessons.find(({ quiz }) => quiz.items.some(({ id }) => id === itemId));
  const item = loaded?.quiz.items.find(({ id }) => id === itemId);
  if (cohorts.length === 0 || !loaded || !item) notFound();
  const { cohort } = await searchParams;
  const cohortId = cohorts.find(({ id }) => id === cohort)?.id ?? null;
  const [kept, reports] = await Promise.all([
    selectItemAnalysis(actor, cohortId),
    selectDeskReports(actor, { status: null, lessonId: loaded.lesson.id }),
  ]);
  const own = reports.filter(isAbout(item.id));
  const statistics = kept.status === 'counted' ? kept.data.items.find((one) => one.itemId === item.id) : undefined;
  return (
    <div className={pageStyles.page}>
      <header className={pageStyles.head}>
        <p>
          <Link href={cohortId ? `/instructor/items?cohort=${cohortId}` : '/instructor/items'}>Items to fix</Link>
        </p>
        <h1>{shortStem(item.stem)}</h1>
        <p className={pageStyles.note}>
          <code>{item.id}</code> in <code>{loaded.file.replace(/lesson\.mdx$/, 'quiz.yaml')}</code>, of{' '}
          <Link href={`/lessons/${loaded.lesson.id}`}>{loaded.lesson.title}</Link>.{' '}
          {kept.status === 'counted' ? <CountedNote {...kept} /> : null}
        </p>
      </header>
      {statistics ? <ItemReport item={item} statistics={statistics} /> : <Counting />}
      <section className={pageStyles.section} aria-labelledby="reports-heading">
        <h2 id="reports-heading">What learners say is wrong with it</h2>
        {own.length === 0 ? <p className={pageStyles.note}>Nobody has reported this item.</p> : null}
        <ul className={reportStyles.list}>
          {own.map((report) => (
            <li key={report.id}>
              <DeskReportEntry report={report} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
