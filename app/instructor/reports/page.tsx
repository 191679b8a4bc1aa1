import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { DeskReportEntry } from '@/components/report/desk-report';
import reportStyles from '@/components/report/report.module.css';
import { STATUS_WORDS } from '@/components/report/report-words';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LinkButton } from '@/components/ui/link-button';
import { getCourse } from '@/course/course';
import { selectOptionalLesson } from '@/course/select';
import type { Course } from '@/schemas/course';
import { type ReportFilter, ReportFilterSchema, ReportStatusSchema } from '@/schemas/problem-report';
import { currentActor } from '@/server/actor';
import { selectDeskReports } from '@/server/reports/report-desk';
import styles from '../instructor.module.css';
import filterStyles from './reports.module.css';

export const metadata: Metadata = { title: 'Reports' };

interface ReportsPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

const EVERYTHING: ReportFilter = { status: null, lessonId: null };

/** Words of the address that mean nothing are as if they were not there. */
function readFilter({ status, lesson }: Awaited<ReportsPageProps['searchParams']>): ReportFilter {
  const read = ReportFilterSchema.safeParse({ status: status || null, lessonId: lesson || null });
  return read.success ? read.data : EVERYTHING;
}

function fileAddress({ status, lessonId }: ReportFilter): string {
  const query = new URLSearchParams({ format: 'md' });
  if (status) query.set('status', status);
  if (lessonId) query.set('lesson', lessonId);
  return `/api/instructor/reports?${query}`;
}

export default async function ReportsPage({ searchParams }: ReportsPageProps) {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (actor.teaches.length === 0) notFound();
  const filter = readFilter(await searchParams);
  const [reports, course] = await Promise.all([selectDeskReports(actor, filter), getCourse()]);
  const isFiltered = filter.status !== null || filter.lessonId !== null;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>What learners say is wrong</h1>
        <p className={styles.note}>
          Unanswered first, then the newest. Whoever wrote a report reads your answer on their account page.
        </p>
      </header>
      <FilterForm filter={filter} course={course} />
      <section className={styles.section} aria-labelledby="reports-heading">
        <h2 id="reports-heading">{reports.length === 1 ? '1 report' : `${reports.length} reports`}</h2>
        {reports.length === 0 ? <Empty isFiltered={isFiltered} /> : null}
        <ul className={reportStyles.list}>
          {reports.map((report) => (
            <li key={report.id}>
              <DeskReportEntry report={report} />
            </li>
          ))}
        </ul>
        {reports.length === 0 ? null : (
          <p className={styles.note}>
            <a href={fileAddress(filter)} download="reports.md">
              These reports as a Markdown file
            </a>{' '}
            for the author of the course, without the names of learners.
          </p>
        )}
      </section>
    </div>
  );
}

function Empty({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered) return <p className={styles.note}>No report fits. Choose “All” in both lists to see every one.</p>;
  return (
    <p className={styles.note}>
      Nobody has reported anything yet. Under each quiz item, claim, listing and criterion learners find “Something is
      wrong here”; what they send appears here.
    </p>
  );
}

/** A plain GET form: the filter is the address. */
function FilterForm({ filter, course }: { readonly filter: ReportFilter; readonly course: Course }) {
  const chosen = filter.lessonId && selectOptionalLesson(course, filter.lessonId);
  return (
    <search>
      <form action="/instructor/reports" method="get" className={filterStyles.form} aria-label="Filter the reports">
        <Field label="Status">
          {(control) => (
            <select {...control} name="status" defaultValue={filter.status ?? ''}>
              <option value="">All</option>
              {ReportStatusSchema.options.map((status) => (
                <option key={status} value={status}>
                  {STATUS_WORDS[status]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Lesson">
          {(control) => (
            <select {...control} name="lesson" defaultValue={chosen ? chosen.lesson.id : ''}>
              <option value="">All, and exercises</option>
              {course.lessons.map(({ lesson, module }) => (
                <option key={lesson.id} value={lesson.id}>
                  {module.id}: {lesson.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className={filterStyles.actions}>
          <Button type="submit" kind="primary">
            Show
          </Button>
          {filter.status || filter.lessonId ? <LinkButton href="/instructor/reports">Clear</LinkButton> : null}
        </div>
      </form>
    </search>
  );
}
