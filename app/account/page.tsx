import type { Metadata } from 'next';
import Link from 'next/link';
import { SignOut } from '@/components/session/sign-out';
import { LinkButton } from '@/components/ui/link-button';
import { hasPassword } from '@/server/accounts/confirm-self';
import { selectWaysIn } from '@/server/accounts/own-ways';
import { type Actor, currentActor, sessionState } from '@/server/actor';
import { isStaff } from '@/server/authority';
import { selectProgress } from '@/server/progress';
import styles from './account.module.css';
import { AccountForms } from './account-forms';
import { KeptHowLong } from './kept-how-long';
import { DeviceChoices, OwnData } from './own-data';
import { OwnLetters } from './own-letters';
import { OwnMarks } from './own-marks';
import { ReportReplies } from './report-replies';
import { SeenByOthers } from './seen-by-others';
import { Sharing } from './sharing';
import { SsoNotice } from './sso-notice';
import { WaysIn } from './ways-in';

export const metadata: Metadata = { title: 'Account' };

interface AccountPageProps {
  readonly searchParams: Promise<{ readonly sso?: string | string[] }>;
}

export default async function AccountPage({ searchParams }: AccountPageProps) {
  const [actor, { sso }] = await Promise.all([currentActor(), searchParams]);
  if (actor?.previewOf) return <InPreview actor={actor} />;
  return (
    <div className={styles.page}>
      {typeof sso === 'string' ? <SsoNotice code={sso} provider={selectWaysIn().provider} /> : null}
      {actor && !actor.isGuest ? (
        <SignedIn actor={actor} />
      ) : actor ? (
        <Guest />
      ) : (
        <Nobody hasEnded={(await sessionState()) === 'expired'} />
      )}
      {actor ? <ReportReplies actor={actor} /> : null}
      {actor && !actor.isGuest ? null : <AccountForms isGuest={actor?.isGuest ?? false} />}
      {actor ? <OwnMarks actor={actor} /> : null}
      {actor?.isGuest ? (
        <section className={styles.part} aria-labelledby="leave">
          <h2 id="leave">On a shared computer</h2>
          <p className={styles.muted}>
            Whoever opens this browser next sees this work. You can leave it behind for good.
          </p>
          <div className={styles.leave}>
            <SignOut isGuest />
          </div>
        </section>
      ) : null}
      {actor ? <SeenByOthers actor={actor} /> : null}
      {actor ? <KeptHowLong actor={actor} /> : null}
      {actor ? <Sharing actor={actor} /> : null}
      <DeviceChoices />
      {actor ? <OwnData actor={actor} hasPassword={!actor.isGuest && (await hasPassword(actor.learnerId))} /> : null}
    </div>
  );
}

/** What is a learner's to choose; the rest of this page is about an account, and a preview has none. */
function InPreview({ actor }: { readonly actor: Actor }) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>The account page of a learner</h1>
        <p className={styles.lead}>
          A learner also finds here how they sign in, where they are signed in, their certificate, everything they did
          as a file, and how to delete it all. A preview has no account, so those parts are left out.
        </p>
      </header>
      <OwnMarks actor={actor} />
      <KeptHowLong actor={actor} />
      <Sharing actor={actor} />
      <DeviceChoices />
    </div>
  );
}

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** The widest first; one reads on the desk in which cohorts. */
function rolesOf(actor: Actor): string {
  const roles = [
    actor.isOwner ? 'Owner' : null,
    !actor.isOwner && actor.teaches.length > 0 ? 'Instructor' : null,
    actor.reviews.length > 0 ? 'Reviewer' : null,
    actor.leads.length > 0 ? 'Lead' : null,
  ];
  return roles.filter((role) => role !== null).join(', ');
}

async function SignedIn({ actor }: { readonly actor: Actor }) {
  const progress = await selectProgress(actor);
  const read = progress.lessons.filter((lesson) => lesson.isRead).length;
  const mastered = progress.lessons.filter((lesson) => lesson.quiz.isMastered).length;
  const passed = progress.exercises.filter((exercise) => exercise.isPassed).length;
  return (
    <>
      <header className={styles.head}>
        <h1>{actor.name}</h1>
        <p className={styles.lead}>
          Your work is stored under this account. Sign in with it anywhere this course runs from.
        </p>
      </header>
      <section className={styles.part} aria-labelledby="so-far">
        <h2 id="so-far">So far</h2>
        <dl className={styles.facts}>
          <dt>Done</dt>
          <dd>
            {count(read, 'lesson')} read, {count(mastered, 'quiz', 'quizzes')} mastered, {count(passed, 'exercise')}{' '}
            passed. <Link href="/certificate">Your certificate</Link>
          </dd>
          {isStaff(actor) ? (
            <>
              <dt>Role</dt>
              <dd>{rolesOf(actor)}</dd>
            </>
          ) : null}
        </dl>
        <div className={styles.leave}>
          <SignOut isGuest={false} />
        </div>
      </section>
      <WaysIn actor={actor} />
      <OwnLetters actor={actor} />
    </>
  );
}

function Guest() {
  return (
    <header className={styles.head}>
      <h1>You are a guest</h1>
      <p className={styles.lead}>
        Your work is stored on the server, but only this browser can open it. Clear its cookies and the way back is
        gone; and guests who stay away are deleted with their work, as the end of this page says. An account has neither
        limit.
      </p>
    </header>
  );
}

function Nobody({ hasEnded }: { readonly hasEnded: boolean }) {
  if (hasEnded)
    return (
      <header className={styles.head}>
        <h1>Your session has ended</h1>
        <p className={styles.lead}>
          If you have an account, sign in below: its work is stored and goes on where it was.
        </p>
      </header>
    );
  return (
    <header className={styles.head}>
      <h1>No account needed yet</h1>
      <p className={styles.lead}>
        Begin as a guest and decide later: your first answer makes one, and its work can be claimed with an account at
        any time.
      </p>
      <div>
        <LinkButton href="/">Go on without one</LinkButton>
      </div>
    </header>
  );
}
