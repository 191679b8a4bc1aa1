import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { personName } from '@/components/instructor/person-name';
import { ResetLink } from '@/components/instructor/reset-link';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { percent } from '@/components/result/readings';
import { DataTable } from '@/components/ui/data-table';
import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';
import { LearnerIdSchema } from '@/schemas/ids';
import type { LearnerRecord } from '@/schemas/result';
import { currentActor } from '@/server/actor';
import { isDemoEmail } from '@/server/demo/demo-cohort';
import { selectLearnerRecord } from '@/server/instructor';
import styles from '../../instructor.module.css';

export const metadata: Metadata = { title: 'A learner' };

interface LearnerPageProps {
  readonly params: Promise<{ id: string }>;
}

export default async function LearnerPage({ params }: LearnerPageProps) {
  const id = LearnerIdSchema.safeParse((await params).id);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The instructor’s pages show other people’s work." />;
  if (!id.success || actor.teaches.length === 0) notFound();
  const record = await selectLearnerRecord(actor, id.data);
  if (!record) notFound();
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
        <Timeline record={record} />
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

function Timeline({ record }: { readonly record: LearnerRecord }) {
  const reads = record.lessons.flatMap(({ lessonId, title, readAt }) =>
    readAt === null ? [] : [{ key: lessonId, at: readAt, what: `Read “${title}”`, href: null, score: null }],
  );
  const handIns = record.handIns.map(({ submissionId, submittedAt, scenarioId, scenarioTitle, number, ...rest }) => ({
    key: submissionId,
    at: submittedAt,
    what: `Handed in ${scenarioId} ${scenarioTitle}, draft ${number}`,
    href: `/instructor/results/${submissionId}` as const,
    score: rest,
  }));
  const events = [...reads, ...handIns].toSorted((one, other) => other.at - one.at);
  if (events.length === 0) return <p className={styles.note}>Nothing yet: no lesson read, nothing handed in.</p>;
  return (
    <ol className={styles.timeline}>
      {events.map(({ key, at, what, href, score }) => (
        <li key={key}>
          <LocalTime at={at} style="stamp" />
          {href ? <Link href={href}>{what}</Link> : <span>{what}</span>}
          {score ? (
            <span>
              {score.overall === null ? 'not graded yet' : percent(score.overall)}{' '}
              {score.isPassed ? <Tag tone="met">passed</Tag> : null}{' '}
              {score.needsReview ? <Tag tone="partly">look at this grade</Tag> : null}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
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
