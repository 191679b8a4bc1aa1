import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { AccountForm } from '@/components/session/account-form';
import { GoOnButton } from '@/components/session/go-on-button';
import { SsoButton } from '@/components/session/sso-button';
import { LinkButton } from '@/components/ui/link-button';
import { selectWaysIn } from '@/server/accounts/own-ways';
import { currentActor } from '@/server/actor';
import { selectAnswer } from '@/server/sso/flows';
import styles from '../account.module.css';

export const metadata: Metadata = { title: 'Address taken', robots: { index: false } };

/** Somebody signed in with the provider, and their address belongs to an account that they have not shown to be theirs. */
export default async function AddressTakenPage() {
  const [answer, actor] = await Promise.all([selectAnswer(new Headers(await headers())), currentActor()]);
  const { provider, isProviderOnly } = selectWaysIn();
  if (!answer || !provider)
    return (
      <div className={styles.page}>
        <header className={styles.head}>
          <h1>This has been done, or took too long</h1>
          <p className={styles.lead}>Nothing was changed. Sign in again on the account page.</p>
        </header>
        <div>
          <LinkButton href="/account">To the account page</LinkButton>
        </div>
      </div>
    );
  const isIn = actor !== null && !actor.isGuest;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>There is an account with your address already</h1>
        <p className={styles.lead}>
          {provider} knows you, {answer.name}. An address alone opens no account here, so say which it is.
        </p>
      </header>
      <div className={styles.columns}>
        {isProviderOnly ? null : (
          <section className={styles.part} aria-labelledby="mine">
            <h2 id="mine">It is mine</h2>
            <p className={styles.muted}>
              {isIn
                ? `You are signed in as ${actor.name}. Connect this account, and ${provider} opens it from now on.`
                : `Sign in with its password, then connect it with ${provider} here.`}
            </p>
            {isIn ? (
              <SsoButton path="/api/account/identity">{`Connect with ${provider}`}</SsoButton>
            ) : (
              <AccountForm mode="sign-in" submitLabel="Sign in" />
            )}
          </section>
        )}
        {isIn ? null : (
          <section className={styles.part} aria-labelledby="not-mine">
            <h2 id="not-mine">It is not mine</h2>
            <p className={styles.muted}>
              Somebody else wrote your address there. You get an account of your own, without an address for now, and
              see nothing of theirs, as they see nothing of yours.
            </p>
            <GoOnButton />
          </section>
        )}
      </div>
    </div>
  );
}
