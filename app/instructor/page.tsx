import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CohortTable } from '@/components/desk/cohort-table';
import { tasksOf } from '@/components/desk/desk-cohort';
import { Today } from '@/components/desk/today';
import { OpinionBooks } from '@/components/instructor/opinion-books';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { currentActor } from '@/server/actor';
import { isStaff } from '@/server/authority';
import { selectOpinionBooks } from '@/server/judge/select-opinion';
import { countNewReports } from '@/server/reports/report-desk';
import { readDeskCohorts } from './desk-cohorts';
import styles from './instructor.module.css';

export const metadata: Metadata = { title: 'Instructor' };

export default async function InstructorPage() {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!isStaff(actor)) notFound();
  const teaches = actor.teaches.length > 0;
  const [cohorts, reports, books] = await Promise.all([
    readDeskCohorts(actor),
    teaches ? countNewReports(actor) : 0,
    teaches ? selectOpinionBooks(actor) : null,
  ]);
  const tasks = tasksOf(cohorts, reports);
  const hasLearners = !teaches || cohorts.some(({ learners }) => learners > 0);
  return (
    <div className={styles.page}>
      <h1>{teaches ? 'Your desk' : 'Your cohorts'}</h1>
      {teaches || tasks.length > 0 ? (
        <section className={styles.section} aria-labelledby="today-heading">
          <h2 id="today-heading">What needs you today</h2>
          <Today tasks={tasks} hasLearners={hasLearners} />
        </section>
      ) : null}
      <section className={styles.section} aria-labelledby="cohorts-heading">
        <h2 id="cohorts-heading">Cohorts</h2>
        <CohortTable cohorts={cohorts} />
      </section>
      {books ? (
        <section className={styles.section} aria-labelledby="opinions-heading">
          <h2 id="opinions-heading">Second opinions</h2>
          <OpinionBooks {...books} />
        </section>
      ) : null}
    </div>
  );
}
