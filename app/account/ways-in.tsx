import { AddressWay } from '@/components/account/address-way';
import { PasswordWay } from '@/components/account/password-way';
import { ProviderWay } from '@/components/account/provider-way';
import { SessionList } from '@/components/account/session-list';
import ways from '@/components/account/ways.module.css';
import { selectOwnWays } from '@/server/accounts/own-ways';
import { selectSessions } from '@/server/accounts/sessions';
import type { Actor } from '@/server/actor';
import styles from './account.module.css';

/** How the reader gets in, and where they are in. */
export async function WaysIn({ actor }: { readonly actor: Actor }) {
  const [own, sessions] = await Promise.all([selectOwnWays(actor), selectSessions(actor)]);
  return (
    <>
      <section className={styles.part} aria-labelledby="ways">
        <h2 id="ways">How you sign in</h2>
        <AddressWay
          email={actor.email}
          isConfirmed={own.isConfirmed}
          pendingEmail={own.pendingEmail}
          sendsMail={own.sendsMail}
          hasPassword={own.hasPassword}
        />
        {own.isProviderOnly ? null : own.hasPassword ? (
          <PasswordWay />
        ) : (
          <div className={ways.way}>
            <h3>Password</h3>
            <p className={styles.muted}>
              This account has none.{' '}
              {own.isConfirmed && own.sendsMail
                ? '“Forgotten the password?” beside the sign-in form sends a link that sets one.'
                : 'An instructor can make you a link that sets one.'}
            </p>
          </div>
        )}
        {own.provider ? (
          <ProviderWay
            provider={own.provider}
            linkedAt={own.linkedAt}
            canLeave={own.hasPassword && !own.isProviderOnly}
          />
        ) : null}
      </section>
      <section className={styles.part} aria-labelledby="sessions">
        <h2 id="sessions">Where you are signed in</h2>
        <SessionList sessions={sessions} />
      </section>
    </>
  );
}
