import Link from 'next/link';
import { LinkButton } from '@/components/ui/link-button';
import { LocalTime } from '@/components/ui/local-time';
import { Notice } from '@/components/ui/notice';
import type { Course } from '@/schemas/course';
import type { CourseProgress } from '@/schemas/progress';
import type { Actor } from '@/server/actor';
import styles from './home.module.css';

interface YourWorkProps {
  readonly course: Course;
  readonly progress: CourseProgress;
  readonly actor: Actor | null;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Beside the map: the rules for passing, with the numbers of this course. */
export function PassingRules({ course }: Pick<YourWorkProps, 'course'>) {
  const { exerciseOverall, quizMastery } = course.outline.passing;
  return (
    <aside className={styles.aside} aria-label="Rules">
      <section aria-labelledby="passing">
        <h2 id="passing">How passing works</h2>
        <dl className={styles.rules}>
          <div>
            <dt>A quiz</dt>
            <dd>
              {percent(quizMastery)} of its items right in your latest answers. Retry the missed ones as often as you
              like.
            </dd>
          </div>
          <div>
            <dt>An exercise</dt>
            <dd>{percent(exerciseOverall)} overall on one draft. Drafts are unlimited; the best counts.</dd>
          </div>
          <div>
            <dt>A module</dt>
            <dd>Its lessons read, its quizzes mastered, one of its exercises passed.</dd>
          </div>
          <div>
            <dt>The course</dt>
            <dd>
              All modules, or those of your path, and the capstone of the last.{' '}
              <Link href="/certificate">The certificate</Link>
            </dd>
          </div>
        </dl>
      </section>
    </aside>
  );
}

/** Under the next step: drafts under way, and what a guest's work hangs on. */
export function YourWork({ course, progress, actor }: YourWorkProps) {
  return (
    <div className={styles.work}>
      <Drafts course={course} progress={progress} />
      {actor?.isGuest ? <GuestNote /> : null}
    </div>
  );
}

function GuestNote() {
  return (
    <Notice
      title="Your work hangs on this browser"
      actions={
        <LinkButton href="/account" size="small">
          Claim an account
        </LinkButton>
      }
    >
      <p>You are a guest. Work is kept for 180 days after your last visit, and only this browser can open it.</p>
    </Notice>
  );
}

function Drafts({ course, progress }: Pick<YourWorkProps, 'course' | 'progress'>) {
  const drafts = progress.exercises.flatMap((entry) => {
    const exercise = course.exercises.find((candidate) => candidate.scenario.id === entry.scenarioId);
    return exercise && entry.draftSavedAt !== null
      ? [{ ...entry, title: exercise.scenario.title, savedAt: entry.draftSavedAt }]
      : [];
  });
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">Drafts under way</h2>
      <ul className={styles.plain}>
        {drafts.map((draft) => (
          <li key={draft.scenarioId}>
            <Link href={`/exercises/${draft.scenarioId}`}>{draft.title}</Link>
            <p className={styles.muted}>
              Saved <LocalTime at={draft.savedAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
