import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { personName } from '@/components/instructor/person-name';
import { ResetLink } from '@/components/instructor/reset-link';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { DataTable } from '@/components/ui/data-table';
import { LocalTime } from '@/components/ui/local-time';
import { LearnerIdSchema } from '@/schemas/ids';
import type { LearnerRecord } from '@/schemas/result';
import { currentActor } from '@/server/actor';
import { selectTimeline } from '@/server/dashboard/timeline';
import { isDemoEmail } from '@/server/demo/demo-cohort';
import { selectLearnerRecord } from '@/server/instructor';
import styles from '../../instructor.module.css';
import { Timeline } from './timeline';

export const metadata: Metadata = { title: 'A learner' };

interface LearnerPageProps {
  readonly params: Promise<{ id: string }>;
}

export default async function LearnerPage({ params }: LearnerPageProps) {
  const id = LearnerIdSchema.safeParse((await params).id);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!id.success || actor.teaches.length === 0) notFound();
  const [record, timeline] = [await selectLearnerRecord(actor, id.data), await selectTimeline(actor, id.data)];
  if (!record || !timeline) notFound();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <p>
          <Link href="/instructor">All learners</Link>
        </p>
        <h1>{personName(record)}</h1>
        <p className={styles.note}>
          {record.isGuest ? 'A guest: the work hangs on one browser until an account is made.' : record.email}. Here
          since <LocalTime at={record.createdAt} style="day" />
          {record.lastActiveAt === null ? null : (
            <>
              , last on <LocalTime at={record.lastActiveAt} style="day" />
            </>
          )}
          .
        </p>
      </header>
      <section className={styles.section} aria-labelledby="timeline-heading">
        <h2 id="timeline-heading">What happened, newest first</h2>
        <Timeline events={timeline} />
      </section>
      <section className={styles.section} aria-labelledby="lessons-heading">
        <h2 id="lessons-heading">Lessons and quizzes</h2>
        <Lessons lessons={record.lessons} />
      </section>
      {record.isGuest || isDemoEmail(record.email) ? null : (
        <section className={styles.section} aria-labelledby="password-heading">
          <h2 id="password-heading">Forgotten password</h2>
          <ResetLink learnerId={record.learnerId} name={record.name} />
        </section>
      )}
    </div>
  );
}

function Lessons({ lessons }: Pick<LearnerRecord, 'lessons'>) {
  return (
    <DataTable caption="Items right in their latest answer">
      <thead>
        <tr>
          <th scope="col">Lesson</th>
          <th scope="col">Read</th>
          <th scope="col" data-numeric>
            Quiz
          </th>
        </tr>
      </thead>
      <tbody>
        {lessons.map(({ lessonId, title, readAt, quizRight, quizTotal }) => (
          <tr key={lessonId}>
            <th scope="row">{title}</th>
            <td>{readAt === null ? 'not yet' : <LocalTime at={readAt} style="date" />}</td>
            <td data-numeric>
              {quizRight} of {quizTotal}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
