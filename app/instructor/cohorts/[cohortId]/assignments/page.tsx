import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { AssignmentForm } from '@/components/assignments/assignment-form';
import styles from '@/components/assignments/assignments.module.css';
import { sayAttempts } from '@/components/assignments/policy-words';
import { ZoneName } from '@/components/assignments/zone-name';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import { sayCount } from '@/components/ui/say-count';
import { Tag } from '@/components/ui/tag';
import { getCourse } from '@/course/course';
import type { Assignment } from '@/schemas/assignment';
import { currentActor } from '@/server/actor';
import { selectAssignments } from '@/server/assignments/desk';
import { selectManagedCohort } from '@/server/assignments/managed-cohort';
import { wordsOf } from '@/server/assignments/rows';
import { offerOf } from './offer';

export const metadata: Metadata = { title: 'Assignments' };

interface AssignmentsPageProps {
  readonly params: Promise<{ readonly cohortId: string }>;
}

export default async function CohortAssignmentsPage({ params }: AssignmentsPageProps) {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="Assignments are made by those who run a cohort." />;
  const cohort = await selectManagedCohort(actor, (await params).cohortId);
  if (!cohort) notFound();
  const [assignments, course] = await Promise.all([selectAssignments(actor, cohort.id), getCourse()]);
  const now = Date.now();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Assignments</h1>
        <p className={styles.muted}>
          Work with a date for {cohort.learners === 1 ? 'one learner' : `${sayCount(cohort.learners)} learners`}. Dates
          are shown in your time zone, <ZoneName />; each learner sees them in theirs. What arrives late is accepted and
          marked.
        </p>
      </header>
      <section className={styles.section} aria-labelledby="assigned-heading">
        <h2 id="assigned-heading">{assignments.length === 0 ? 'Nothing is assigned yet' : 'Assigned'}</h2>
        {assignments.length === 0 ? (
          <p className={styles.muted}>
            Learners go their own way through the course until you ask for something by a date.
          </p>
        ) : (
          <ul className={styles.list}>
            {assignments.map((assignment) => (
              <li key={assignment.id} className={styles.item}>
                <AssignmentSummary assignment={assignment} asks={wordsOf(course, assignment)} now={now} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {cohort.isArchived ? (
        <Notice title="This cohort is archived.">
          <p>Nothing new can be assigned in it.</p>
        </Notice>
      ) : (
        <section className={styles.section} aria-labelledby="new-heading">
          <h2 id="new-heading">Assign something</h2>
          <AssignmentForm cohortId={cohort.id} offer={offerOf(course)} assignment={null} now={now} />
        </section>
      )}
    </div>
  );
}

interface SummaryProps {
  readonly assignment: Assignment;
  readonly asks: readonly string[];
  readonly now: number;
}

function AssignmentSummary({ assignment, asks, now }: SummaryProps) {
  const { id, cohortId, title, opensAt, dueAt, withdrawnAt, attempts } = assignment;
  const state =
    withdrawnAt !== null ? 'Withdrawn' : now < opensAt ? 'Not open yet' : now > dueAt ? 'Past its date' : 'Open';
  const others = asks.length - 3;
  return (
    <>
      <div className={styles.what}>
        <h3 className={styles.title}>
          <Link href={`/instructor/cohorts/${cohortId}/assignments/${id}`}>{title}</Link>
        </h3>
        <p className={styles.muted}>
          {asks.slice(0, 3).join('; ')}
          {others > 0 ? ` and ${others} more` : ''}. {sayAttempts(attempts)}
        </p>
      </div>
      <div className={styles.due}>
        <Tag tone={state === 'Open' ? 'accent' : 'plain'}>{state}</Tag>
        <span>
          Opens <LocalTime at={opensAt} style="stamp" />
        </span>
        <span>
          Due <LocalTime at={dueAt} style="stamp" />
        </span>
      </div>
    </>
  );
}
