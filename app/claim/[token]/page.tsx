import type { Metadata } from 'next';
import { AccountForms } from '@/app/account/account-forms';
import { ClaimButton } from '@/components/session/claim-button';
import { LinkButton } from '@/components/ui/link-button';
import { currentActor } from '@/server/actor';
import { selectClaimLink } from '@/server/links';
import styles from '../../account/account.module.css';

export const metadata: Metadata = { title: 'Instructor link', referrer: 'no-referrer', robots: { index: false } };

const DEAD = {
  used: [
    'This link has been used',
    'Somebody is an instructor by it already. If that was you, sign in with that account.',
  ],
  expired: ['This link is too old', 'Start the server again: it prints a new one as long as there is no instructor.'],
  unknown: [
    'There is no such link',
    'Copy all of it from where the server printed it; a line break in a terminal may have cut it.',
  ],
} as const;

export default async function ClaimPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const { token } = await params;
  const [state, actor] = await Promise.all([selectClaimLink(token), currentActor()]);
  if (state === 'used' && actor && actor.teaches.length > 0) return <Done />;
  if (state !== 'valid') {
    const [title, remedy] = DEAD[state];
    return (
      <div className={styles.page}>
        <header className={styles.head}>
          <h1>{title}</h1>
          <p className={styles.lead}>{remedy}</p>
          <div>
            <LinkButton href="/account">To the account page</LinkButton>
          </div>
        </header>
      </div>
    );
  }
  const hasAccount = actor !== null && !actor.isGuest;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Become this course’s instructor</h1>
        <p className={styles.lead}>
          {hasAccount
            ? `You are signed in as ${actor.name}. This account will see every learner’s work and can make password links.`
            : 'The link works once, and the role needs an account with a password: create one or sign in, then confirm.'}
        </p>
      </header>
      {hasAccount ? <ClaimButton token={token} /> : <AccountForms isGuest={actor?.isGuest ?? false} />}
    </div>
  );
}

function Done() {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>You are an instructor now</h1>
        <p className={styles.lead} role="status">
          The link is used up and works for nobody else.
        </p>
        <div>
          <LinkButton href="/instructor" kind="primary">
            See who is learning
          </LinkButton>
        </div>
      </header>
    </div>
  );
}
