import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OpinionBooks } from '@/components/instructor/opinion-books';
import { ReviewList } from '@/components/instructor/review-list';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { currentActor } from '@/server/actor';
import { selectTaughtCohorts } from '@/server/dashboard/taught-cohorts';
import { selectOpinionBooks } from '@/server/judge/select-opinion';
import { selectReviewList } from '@/server/review-list';
import styles from './instructor.module.css';
import { ReportsLine } from './reports-line';
import { TaughtCohorts } from './taught-cohorts';

export const metadata: Metadata = { title: 'Instructor' };

export default async function InstructorPage() {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (actor.teaches.length === 0) notFound();
  const [cohorts, entries, books] = await Promise.all([
    selectTaughtCohorts(actor),
    selectReviewList(actor),
    selectOpinionBooks(actor),
  ]);
  return (
    <div className={styles.page}>
      <h1>Instructor</h1>
      <ReportsLine actor={actor} />
      <section className={styles.section} aria-labelledby="review-heading">
        <h2 id="review-heading">Grades to look at</h2>
        <ReviewList entries={entries} />
      </section>
      <section className={styles.section} aria-labelledby="far-heading">
        <h2 id="far-heading">How far everybody is</h2>
        <TaughtCohorts cohorts={cohorts} />
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
