import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import account from '@/app/account/account.module.css';
import { AccountForms } from '@/app/account/account-forms';
import styles from '@/components/cohort/cohort.module.css';
import { JoinButton } from '@/components/cohort/join-button';
import { ROLE_WORDS, WHAT_THEY_SEE } from '@/components/cohort/role-words';
import { LinkButton } from '@/components/ui/link-button';
import { LocalTime } from '@/components/ui/local-time';
import { type Actor, currentActor } from '@/server/actor';
import { type JoinView, selectJoin } from '@/server/invites/join';

export const metadata: Metadata = {
  title: 'Invitation',
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
};

const DEAD = {
  busy: ['Too many invitations are being opened', 'Wait a minute and load this page again. Nothing was used up.'],
  unknown: ['There is no such invitation', 'Copy all of the link: a line break in a message may have cut it.'],
  revoked: [
    'This invitation was taken back',
    'Whoever sent it ended it, perhaps because the link went too far. Ask them for another.',
  ],
  used: [
    'This invitation is used up',
    'It was for a number of people, and they are in. Ask whoever sent it for another.',
  ],
  expired: ['This invitation is too old', 'Invitations end after some days. Ask whoever sent it for another.'],
  archived: ['This cohort takes nobody in any more', 'It has ended. The course itself stays open to you.'],
} as const;

interface JoinPageProps {
  readonly params: Promise<{ readonly token: string }>;
}

export default async function JoinPage({ params }: JoinPageProps) {
  const [{ token }, actor, asked] = await Promise.all([params, currentActor(), headers()]);
  const view = await selectJoin(token, actor, asked);
  switch (view.status) {
    case 'in':
      return (
        <Message title={`You are in ${view.cohortName}`} isLive>
          {view.role === 'learner'
            ? 'Everything you have done came along. What others see of you stands on your account page.'
            : `You are ${ROLE_WORDS[view.role].an}. ${ROLE_WORDS[view.role].means}`}
        </Message>
      );
    case 'withdrawn':
      return (
        <Message title={`You were taken out of ${view.cohortName}`}>
          Only its instructors can let you in again: ask them. Your work and grades are all there.
        </Message>
      );
    case 'open':
    case 'other-address':
      return <Open view={view} actor={actor} token={token} />;
    default: {
      const [title, remedy] = DEAD[view.status];
      return <Message title={title}>{remedy}</Message>;
    }
  }
}

interface MessageProps {
  readonly title: string;
  readonly isLive?: boolean;
  readonly children: ReactNode;
}

function Message({ title, isLive = false, children }: MessageProps) {
  return (
    <div className={account.page}>
      <header className={account.head}>
        <h1>{title}</h1>
        <p className={account.lead} role={isLive ? 'status' : undefined}>
          {children}
        </p>
        <div>
          <LinkButton href="/" kind={isLive ? 'primary' : 'secondary'}>
            To the course
          </LinkButton>
        </div>
      </header>
    </div>
  );
}

interface OpenProps {
  readonly view: Extract<JoinView, { status: 'open' | 'other-address' }>;
  readonly actor: Actor | null;
  readonly token: string;
}

function Open({ view, actor, token }: OpenProps) {
  const from = [view.madeBy, view.organisation].filter(Boolean).join(', ');
  return (
    <div className={account.page}>
      <header className={account.head}>
        <p className={account.muted}>{from ? `An invitation from ${from}` : 'An invitation'}</p>
        <h1>Join {view.cohortName}</h1>
        <p className={account.lead}>
          As {ROLE_WORDS[view.role].an}. {ROLE_WORDS[view.role].means}
        </p>
        <p className={account.muted}>
          {view.address ? `For the address ${view.address}. ` : ''}The link works until{' '}
          <LocalTime at={view.expiresAt} />.
        </p>
      </header>
      <Accept view={view} actor={actor} token={token} />
      {view.role === 'learner' ? <Sight /> : null}
    </div>
  );
}

/** The ways in that are open to whoever looks at the page. */
function Accept({ view, actor, token }: OpenProps) {
  const hasAccount = actor !== null && !actor.isGuest;
  if (view.status === 'other-address' && hasAccount)
    return (
      <section className={account.part} aria-labelledby="accept">
        <h2 id="accept">This is for another address</h2>
        <p>
          You are signed in with {actor.email}. Sign out on the account page, then open this link again and sign in, or
          make an account, with {view.address}.
        </p>
        <div>
          <LinkButton href="/account">To the account page</LinkButton>
        </div>
      </section>
    );
  if (hasAccount)
    return (
      <section className={account.part} aria-labelledby="accept">
        <h2 id="accept">You are signed in as {actor.name}</h2>
        <JoinButton token={token}>Join</JoinButton>
      </section>
    );
  return (
    <>
      {view.needsAccount ? (
        <section className={account.part} aria-labelledby="accept">
          <h2 id="accept">First, an account</h2>
          <p>
            {view.address
              ? `Sign in or make an account with the address ${view.address}, so that nobody else takes your place. Then you can accept here.`
              : 'This role opens other people’s work, so it needs an account with a password. Then you can accept here.'}
          </p>
        </section>
      ) : (
        <section className={account.part} aria-labelledby="accept">
          <h2 id="accept">{actor ? 'Join with the work in this browser' : 'Join at once'}</h2>
          <p className={account.muted}>
            As a guest, without a name. An account can be made at any time, and the work goes along.
          </p>
          <JoinButton token={token}>Join as a guest</JoinButton>
        </section>
      )}
      <AccountForms isGuest={actor?.isGuest ?? false} />
    </>
  );
}

/** Privacy in plain words, before anybody accepts. */
function Sight() {
  return (
    <section className={account.part} aria-labelledby="sight">
      <h2 id="sight">What the others will see of you</h2>
      {(['instructor', 'reviewer', 'lead', 'owner'] as const).map((role) => (
        <div key={role}>
          <h3 className={styles.name}>{role === 'owner' ? 'Owners of the course' : `${ROLE_WORDS[role].name}s`}</h3>
          <ul className={styles.points}>
            {WHAT_THEY_SEE[role].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
      <div>
        <h3 className={styles.name}>Nobody</h3>
        <ul className={styles.points}>
          {WHAT_THEY_SEE.nobody.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <p className={account.muted}>This holds for work that you did before as well. Other learners see none of it.</p>
    </section>
  );
}
