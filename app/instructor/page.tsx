import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CohortList, type CohortListEntry } from '@/components/cohort/cohort-list';
import { OpinionBooks } from '@/components/instructor/opinion-books';
import type { OverviewModule } from '@/components/instructor/overview-head';
import { OverviewTable } from '@/components/instructor/overview-table';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { getCourse } from '@/course/course';
import type { Course } from '@/schemas/course';
import type { CohortOverview } from '@/schemas/result';
import { currentActor } from '@/server/actor';
import { isStaff } from '@/server/authority';
import { selectCohorts } from '@/server/cohorts/cohorts';
import { DEMO_COHORT } from '@/server/demo/demo-cohort';
import { selectOverview } from '@/server/instructor';
import { selectOpinionBooks } from '@/server/judge/select-opinion';
import styles from './instructor.module.css';
import { ReportsLine } from './reports-line';
import { ReviewsLine } from './reviews-line';

export const metadata: Metadata = { title: 'Instructor' };

export default async function InstructorPage() {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!isStaff(actor)) notFound();
  const cards = await selectCohorts(actor);
  if (actor.teaches.length === 0) return <DeskWithoutNames cohorts={cards} />;
  const [cohorts, books, course] = await Promise.all([selectOverview(actor), selectOpinionBooks(actor), getCourse()]);
  const modules = modulesWithContent(course);
  return (
    <div className={styles.page}>
      <h1>Instructor</h1>
      <ReportsLine actor={actor} />
      <section className={styles.section} aria-labelledby="review-heading">
        <h2 id="review-heading">Grades to look at</h2>
        <ReviewsLine actor={actor} />
      </section>
      <section className={styles.section} aria-labelledby="cohorts-heading">
        <h2 id="cohorts-heading">Cohorts</h2>
        <CohortList cohorts={cards} />
      </section>
      {demoLast(cohorts).map((cohort) => (
        <section key={cohort.cohortId} className={styles.section} aria-labelledby={`cohort-${cohort.cohortId}`}>
          <h2 id={`cohort-${cohort.cohortId}`}>{cohort.cohortName}: who did what</h2>
          {cohort.cohortId === DEMO_COHORT.id ? <DemoNote /> : null}
          {cohort.rows.length > 0 ? (
            <OverviewTable
              caption={`${cohort.cohortName}: progress and scores per module`}
              rows={cohort.rows}
              modules={modules}
            />
          ) : (
            <Empty />
          )}
        </section>
      ))}
      {books ? (
        <section className={styles.section} aria-labelledby="opinions-heading">
          <h2 id="opinions-heading">Second opinions</h2>
          <OpinionBooks {...books} />
        </section>
      ) : null}
    </div>
  );
}

/** For reviewers and leads: their cohorts, each with what is open to them in it. */
function DeskWithoutNames({ cohorts }: { readonly cohorts: readonly CohortListEntry[] }) {
  return (
    <div className={styles.page}>
      <h1>Your cohorts</h1>
      <CohortList cohorts={cohorts} />
    </div>
  );
}

function demoLast(cohorts: readonly CohortOverview[]): CohortOverview[] {
  const isDemo = ({ cohortId }: CohortOverview) => Number(cohortId === DEMO_COHORT.id);
  return cohorts.toSorted((one, other) => isDemo(one) - isDemo(other));
}

function DemoNote() {
  return (
    <p className={styles.note}>
      Nobody here is real: these people and their work are made up, and graded by the real grader. Starting the server
      with --remove-demo takes them away.
    </p>
  );
}

function Empty() {
  return (
    <p className={styles.note}>
      Nobody has begun yet. Give learners the address of this course: whoever starts a lesson appears here at once, as a
      guest, and by name once they make an account.
    </p>
  );
}

function modulesWithContent(course: Course): OverviewModule[] {
  return course.outline.modules
    .map(({ id, title }) => ({ id, title, lessons: course.lessons.filter(({ module }) => module.id === id).length }))
    .filter(({ lessons }) => lessons > 0);
}
