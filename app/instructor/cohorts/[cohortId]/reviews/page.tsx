import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { QueueCounts, QueueList } from '@/components/reviews/queue-list';
import { reviewPath } from '@/components/reviews/queue-words';
import { SampleForm } from '@/components/reviews/sample-form';
import { UndoLine } from '@/components/reviews/undo-line';
import { Empty } from '@/components/ui/empty';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { sayCount } from '@/components/ui/say-count';
import { CohortIdSchema, SubmissionIdSchema } from '@/schemas/ids';
import type { ReviewQueue } from '@/schemas/review-desk';
import { currentActor } from '@/server/actor';
import { mayIn } from '@/server/authority';
import { selectReviewQueue } from '@/server/reviews/queue';
import { selectUndoable } from '@/server/reviews/undo-review';
import styles from '../../../instructor.module.css';

export const metadata: Metadata = { title: 'Review queue' };

interface QueuePageProps {
  readonly params: Promise<{ cohortId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function QueuePage({ params, searchParams }: QueuePageProps) {
  const cohortId = CohortIdSchema.safeParse((await params).cohortId);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The review queue shows other people’s work." />;
  if (!cohortId.success || !mayIn(actor, cohortId.data, 'review')) notFound();
  const queue = await selectReviewQueue(actor, cohortId.data);
  if (!queue) notFound();
  const after = SubmissionIdSchema.safeParse((await searchParams).after);
  const undoable = after.success ? await selectUndoable(actor, cohortId.data, after.data) : null;
  const first = queue.entries.find(({ heldUntil }) => heldUntil === null);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Drafts for a person</h1>
        <p className={styles.note}>
          The grader marks every draft. Here are those where it asks for a person, where somebody disputes it, and those
          drawn to check it. No names are shown, and the order favours nobody.
        </p>
      </header>
      {undoable && after.success ? (
        <Notice kind="done" live="status" title={queue.total === 0 ? 'That was the last one.' : 'Decided.'}>
          <p>The learner is told.</p>
          <UndoLine submissionId={after.data} cohortId={queue.cohortId} words="Take this decision back" />
        </Notice>
      ) : null}
      {queue.total === 0 ? (
        <Nothing queue={queue} />
      ) : (
        <section className={styles.section} aria-labelledby="queue-heading">
          <h2 id="queue-heading">{queue.total === 1 ? '1 waits' : `${sayCount(queue.total)} wait`}</h2>
          <QueueCounts counts={queue.counts} />
          {first ? (
            <p>
              <LinkButton href={reviewPath(first.submissionId, queue.cohortId)} kind="primary" prefetch={false}>
                Begin with the first
              </LinkButton>
            </p>
          ) : null}
          <QueueList queue={queue} />
        </section>
      )}
      {queue.mayManage ? (
        <section className={styles.section} aria-labelledby="sample-heading">
          <h2 id="sample-heading">A random sample</h2>
          <SampleForm key={queue.samplePercent} cohortId={queue.cohortId} percent={queue.samplePercent} />
        </section>
      ) : null}
    </div>
  );
}

function Nothing({ queue }: { readonly queue: ReviewQueue }) {
  const done = queue.decided === 1 ? '1 draft' : `${queue.decided} drafts`;
  return (
    <section className={styles.section} aria-labelledby="nothing-heading">
      <h2 id="nothing-heading">Nothing waits</h2>
      <Empty>
        <p>
          {queue.decided > 0 ? `You decided on ${done} in the last day. ` : ''}A draft appears here when the grader is
          unsure of a level, when a second opinion disputes the grade, when its text is much like another’s, or when it
          is drawn to check the grader. Each can be confirmed or given other levels, with a reason that the learner
          reads.
        </p>
      </Empty>
    </section>
  );
}
