import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AssignmentForm } from '@/components/assignments/assignment-form';
import styles from '@/components/assignments/assignments.module.css';
import { PeopleStanding } from '@/components/assignments/people-standing';
import { sayAttempts } from '@/components/assignments/policy-words';
import { WithdrawButton } from '@/components/assignments/withdraw-button';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { LinkButton } from '@/components/ui/link-button';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import { getCourse } from '@/course/course';
import { currentActor } from '@/server/actor';
import { selectManagedCohort } from '@/server/assignments/managed-cohort';
import { type AssignmentPage, selectAssignmentPage } from '@/server/assignments/select-page';
import { offerOf } from '../offer';

export const metadata: Metadata = { title: 'An assignment' };

interface AssignmentPageProps {
  readonly params: Promise<{ readonly cohortId: string; readonly assignmentId: string }>;
  readonly searchParams: Promise<{ readonly page?: string | string[] }>;
}

export default async function AssignmentDeskPage({ params, searchParams }: AssignmentPageProps) {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="Assignments are made by those who run a cohort." />;
  const { cohortId, assignmentId } = await params;
  const cohort = await selectManagedCohort(actor, cohortId);
  const found =
    cohort && (await selectAssignmentPage(actor, cohort.id, assignmentId, Number((await searchParams).page)));
  if (!cohort || !found) notFound();
  const { assignment, asks } = found;
  const root = `/instructor/cohorts/${cohort.id}/assignments` as const;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p className={styles.muted}>
          <Link href={root}>Assignments</Link>, {cohort.name}
        </p>
        <h1>{assignment.title}</h1>
        <p className={styles.facts}>
          <span>
            Opens <LocalTime at={assignment.opensAt} />
          </span>
          <span>
            Due <LocalTime at={assignment.dueAt} />
          </span>
        </p>
        <p className={styles.muted}>
          {asks.join('; ')}. {sayAttempts(assignment.attempts)}
        </p>
        {assignment.note === '' ? null : <p className={styles.note}>{assignment.note}</p>}
      </header>
      {assignment.withdrawnAt === null ? null : (
        <Notice title="This assignment is withdrawn.">
          <p>Learners no longer see it, and nobody is reminded. What they did stays with them.</p>
        </Notice>
      )}
      <section className={styles.section} aria-labelledby="people-heading">
        <h2 id="people-heading">Where people stand</h2>
        {found.people.length === 0 ? (
          <p className={styles.muted}>Nobody learns in this cohort yet. Whoever joins it is asked for this as well.</p>
        ) : (
          <PeopleStanding root={`/api${root}/${assignment.id}`} people={found.people} />
        )}
        <Pages found={found} path={`${root}/${assignment.id}`} />
      </section>
      <section className={styles.section} aria-labelledby="change-heading">
        <h2 id="change-heading">Change it</h2>
        <details className={styles.make}>
          <summary>Title, work, dates and rules</summary>
          <AssignmentForm
            key={assignment.version}
            cohortId={cohort.id}
            offer={offerOf(await getCourse())}
            assignment={assignment}
            now={Date.now()}
          />
        </details>
        <WithdrawButton
          cohortId={cohort.id}
          assignmentId={assignment.id}
          isWithdrawn={assignment.withdrawnAt !== null}
        />
        <p className={styles.muted}>Withdrawing takes nobody’s work away, and can be undone here.</p>
      </section>
    </div>
  );
}

interface PagesProps {
  readonly found: AssignmentPage;
  readonly path: `/instructor/cohorts/${string}/assignments/${string}`;
}

function Pages({ found: { page, pages, peopleTotal }, path }: PagesProps) {
  if (pages < 2) return null;
  return (
    <nav className={styles.actions} aria-label="Pages of people">
      {page > 1 ? <LinkButton href={`${path}?page=${page - 1}`}>Before</LinkButton> : null}
      <span className={styles.muted}>
        Page {page} of {pages}, {peopleTotal} people
      </span>
      {page < pages ? <LinkButton href={`${path}?page=${page + 1}`}>Further</LinkButton> : null}
    </nav>
  );
}
