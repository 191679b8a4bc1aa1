import Link from 'next/link';
import { AccountForm } from '@/components/session/account-form';
import { SsoButton } from '@/components/session/sso-button';
import { selectWaysIn } from '@/server/accounts/own-ways';
import styles from './account.module.css';

/** Create an account or sign in, side by side; what happens to a guest's work is said above each button. */
export function AccountForms({ isGuest }: { readonly isGuest: boolean }) {
  const { provider, isProviderOnly } = selectWaysIn();
  return (
    <>
      {provider ? <WithProvider name={provider} isGuest={isGuest} /> : null}
      {isProviderOnly ? null : <WithPassword isGuest={isGuest} />}
    </>
  );
}

function WithProvider({ name, isGuest }: { readonly name: string; readonly isGuest: boolean }) {
  return (
    <section className={styles.part} aria-labelledby="sso">
      <h2 id="sso">With {name}</h2>
      <p className={styles.muted}>
        {isGuest
          ? 'Everything done in this browser so far comes along, the first time and every other.'
          : 'The first time makes your account here; after that it opens it.'}
      </p>
      <SsoButton path="/api/auth/sso">{`Sign in with ${name}`}</SsoButton>
    </section>
  );
}

function WithPassword({ isGuest }: { readonly isGuest: boolean }) {
  return (
    <div className={styles.columns}>
      <section className={styles.part} aria-labelledby="sign-up">
        <h2 id="sign-up">{isGuest ? 'Claim this work with an account' : 'Create an account'}</h2>
        <p className={styles.muted}>
          {isGuest
            ? 'Everything done in this browser so far moves to it.'
            : 'To go on with the same work on another device.'}
        </p>
        <AccountForm mode="sign-up" submitLabel="Create the account" />
      </section>
      <section className={styles.part} aria-labelledby="sign-in">
        <h2 id="sign-in">Sign in</h2>
        <p className={styles.muted}>
          {isGuest ? 'Your work here is added to what the account has already.' : 'With an account of this course.'}
        </p>
        <AccountForm mode="sign-in" submitLabel="Sign in" />
        <p className={styles.muted}>
          <Link href="/account/forgotten">Forgotten the password?</Link>
        </p>
      </section>
    </div>
  );
}
