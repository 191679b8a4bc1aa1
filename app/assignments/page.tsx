import type { Metadata } from 'next';
import Link from 'next/link';
import styles from '@/components/assignments/assignments.module.css';
import { CalendarFeed } from '@/components/assignments/calendar-feed';
import { OwnAssignmentEntry } from '@/components/assignments/own-assignment';
import { ReminderChoices } from '@/components/assignments/reminder-choices';
import { ZoneName } from '@/components/assignments/zone-name';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import type { OwnAssignment } from '@/schemas/assignment';
import { currentActor } from '@/server/actor';
import { selectOwnAssignments } from '@/server/assignments/own';
import { selectFeed } from '@/server/calendar/feeds';
import { selectPreferences } from '@/server/preferences';

export const metadata: Metadata = { title: 'Your assignments' };

const isLater = ({ standing }: OwnAssignment) => standing.status === 'not-open';
const isDone = ({ standing }: OwnAssignment) => 'doneAt' in standing;

export default async function AssignmentsPage() {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="Assignments belong to the people of a cohort." />;
  const [assignments, feed, { reminders }] = await Promise.all([
    selectOwnAssignments(actor),
    selectFeed(actor),
    selectPreferences(actor),
  ]);
  const groups = [
    { id: 'now', title: 'Now', list: assignments.filter((one) => !isLater(one) && !isDone(one)) },
    { id: 'later', title: 'Later', list: assignments.filter(isLater) },
    { id: 'done', title: 'Done', list: assignments.filter(isDone) },
  ].filter(({ list }) => list.length > 0);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Your assignments</h1>
        <p className={styles.muted}>
          Dates are shown in your time zone, <ZoneName />. What arrives after a date is accepted and marked late, by the
          clock of the server.
        </p>
      </header>
      {groups.length === 0 ? (
        <p className={styles.note}>
          Nothing is assigned to you. When somebody who runs your cohort assigns work, it stands here and on the home
          page; the course is open to you all the same.
        </p>
      ) : null}
      {groups.map(({ id, title, list }) => (
        <section key={id} className={styles.section} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <ul className={styles.list}>
            {list.map((assignment) => (
              <li key={assignment.id}>
                <OwnAssignmentEntry assignment={assignment} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className={styles.section} aria-labelledby="calendar">
        <h2 id="calendar">Dates in your calendar</h2>
        <CalendarFeed createdAt={feed?.createdAt ?? null} />
      </section>
      <section className={styles.section} aria-labelledby="reminders">
        <h2 id="reminders">Reminders</h2>
        <p className={styles.muted}>
          They come as messages in the course. Letters by mail are chosen on{' '}
          <Link href="/account#letters">your account page</Link>.
        </p>
        <ReminderChoices reminders={reminders} />
      </section>
    </div>
  );
}
