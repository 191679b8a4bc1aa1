import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { CopyText } from '@/components/start/copy-text';
import start from '@/components/start/start.module.css';
import { StartSteps } from '@/components/start/steps';
import { sayDuration } from '@/components/ui/duration';
import { getCourse } from '@/course/course';
import { type PlannedWeek, planWeeks } from '@/course/describe-course';
import { selectOptionalExercise } from '@/course/select';
import { currentActor } from '@/server/actor';
import { env } from '@/server/env';
import { originOfPage } from '@/server/http/same-origin';
import { selectStart } from '@/server/start/checklist';
import styles from '../instructor.module.css';
import { toSteps } from './steps';
import { discussionText, inviteText } from './texts';

export const metadata: Metadata = { title: 'Start with a group' };

const WEEKS = 4;

interface StartPageProps {
  readonly searchParams: Promise<{ readonly cohort?: string | string[] }>;
}

export default async function StartPage({ searchParams }: StartPageProps) {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="How to start with a group is for instructors." />;
  if (actor.teaches.length === 0 && !actor.isOwner) notFound();
  const [{ cohort }, course, asked] = await Promise.all([searchParams, getCourse(), headers()]);
  const view = await selectStart(actor, typeof cohort === 'string' ? cohort : null);
  const origin = originOfPage(asked, env());
  const weeks = planWeeks(course, WEEKS);
  const { checklist } = view;
  const discussed = selectOptionalExercise(course, checklist?.discussion?.scenarioId ?? weeks[0]?.exerciseIds[0] ?? '');
  const exercise = discussed?.scenario.title ?? 'an exercise of the course';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{checklist ? `Start with ${checklist.cohort.name}` : 'Start with a group'}</h1>
        <p className={styles.note}>
          From here to a first discussion. The first four steps take about ten minutes; every line is counted when you
          open this page.
        </p>
        {view.cohorts.length > 1 ? (
          <p className={styles.note}>
            Another group:{' '}
            {view.cohorts
              .filter(({ id }) => id !== checklist?.cohort.id)
              .map(({ id, name }, index) => (
                <span key={id}>
                  {index > 0 ? ', ' : ''}
                  <Link href={`/instructor/start?cohort=${id}`}>{name}</Link>
                </span>
              ))}
          </p>
        ) : null}
      </header>
      <section className={styles.section} aria-label="Steps">
        <StartSteps steps={toSteps(view, exercise)} />
      </section>
      <section className={styles.section} aria-labelledby="plan">
        <h2 id="plan">A plan of four weeks</h2>
        <p className={styles.note}>
          Lessons, quizzes and one record a module, spread evenly by our estimates. Take it as it is, or assign paths
          and modules your own way: nothing is locked.
        </p>
        <Plan weeks={weeks} />
      </section>
      <section className={styles.section} aria-labelledby="texts">
        <h2 id="texts">Texts to send</h2>
        <div className={start.texts}>
          <CopyText
            label="With the invitation"
            text={inviteText({ origin, group: checklist?.cohort.name ?? 'your group', weeks })}
          />
          <CopyText label="A week before the discussion" text={discussionText({ origin, exercise })} />
        </div>
        <p className={styles.note}>
          The page to send ahead, to be read without an account: <Link href="/about">About the course</Link>.
        </p>
      </section>
    </div>
  );
}

function Plan({ weeks }: { readonly weeks: readonly PlannedWeek[] }) {
  return (
    <ol className={start.weeks}>
      {weeks.map(({ moduleIds, titles, exerciseIds, minutes }, index) => (
        <li key={moduleIds.join()}>
          <h3>
            Week {index + 1}, about {sayDuration(minutes)}
          </h3>
          <ul>
            {titles.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
          <p>
            {exerciseIds.length === 1 ? 'Record' : 'Records'}: {exerciseIds.join(', ') || 'none'}
          </p>
        </li>
      ))}
    </ol>
  );
}
