import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CohortList, type CohortListEntry } from '@/components/cohort/cohort-list';
import { OpinionBooks } from '@/components/instructor/opinion-books';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { currentActor } from '@/server/actor';
import { isStaff } from '@/server/authority';
import { selectCohorts } from '@/server/cohorts/cohorts';
import { selectOpinionBooks } from '@/server/judge/select-opinion';
import styles from './instructor.module.css';
import { ReportsLine } from './reports-line';
import { ReviewsLine } from './reviews-line';

export const metadata: Metadata = { title: 'Instructor' };

export default async function InstructorPage() {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!isStaff(actor)) notFound();
  const cohorts = await selectCohorts(actor);
  if (actor.teaches.length === 0) return <DeskWithoutNames cohorts={cohorts} />;
  const books = await selectOpinionBooks(actor);
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
        <CohortList cohorts={cohorts} />
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

/** For reviewers and leads: their cohorts, each with what is open to them in it. */
function DeskWithoutNames({ cohorts }: { readonly cohorts: readonly CohortListEntry[] }) {
  return (
    <div className={styles.page}>
      <h1>Your cohorts</h1>
      <CohortList cohorts={cohorts} />
    </div>
  );
}
