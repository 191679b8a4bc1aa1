import type { Route } from 'next';
import Link from 'next/link';
import { percent } from '@/components/result/readings';
import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';
import type { TimelineEvent } from '@/server/dashboard/timeline';
import styles from '../../instructor.module.css';

const CHANGE_WORD: Readonly<Record<string, string>> = {
  review: 'A person decided on',
  appeal: 'An appeal was decided for',
  regrade: 'Graded again:',
  undo: 'A decision was taken back for',
};

/** Reads, quizzes, drafts, hand-ins and decisions, newest first; what has a page leads there. */
export function Timeline({ events }: { readonly events: readonly TimelineEvent[] }) {
  if (events.length === 0) return <p className={styles.note}>Nothing yet: no lesson read, nothing handed in.</p>;
  return (
    <ol className={styles.timeline}>
      {events.map((event) => (
        <li key={event.key}>
          <LocalTime at={event.at} style="stamp" />
          <What event={event} />
        </li>
      ))}
    </ol>
  );
}

function What({ event }: { readonly event: TimelineEvent }) {
  switch (event.kind) {
    case 'read':
      return <span>Read “{event.title}”</span>;
    case 'quiz':
      return (
        <>
          <span>
            Quiz of “{event.title}”, attempt {event.number}
          </span>
          <span>{event.score === null ? 'not finished' : `${percent(event.score)} right`}</span>
        </>
      );
    case 'draft':
      return <span>Wrote at {event.scenario}; this is when it was last saved</span>;
    case 'hand-in':
      return (
        <>
          <Link href={`/instructor/results/${event.submissionId}` as Route} prefetch={false}>
            Handed in {event.scenario}, draft {event.number}
          </Link>
          <span>
            {event.overall === null ? 'not graded yet' : percent(event.overall)}{' '}
            {event.isPassed ? <Tag tone="met">passed</Tag> : null}{' '}
            {event.needsReview ? <Tag tone="partly">look at this grade</Tag> : null}
          </span>
        </>
      );
    case 'grade-changed':
      return (
        <Link href={`/instructor/results/${event.submissionId}` as Route} prefetch={false}>
          {CHANGE_WORD[event.how] ?? 'The grade was changed for'} {event.scenario}
        </Link>
      );
    default:
      return event satisfies never;
  }
}
