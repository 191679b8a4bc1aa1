import type { Metadata } from 'next';
import { ForgottenForm } from '@/components/session/forgotten-form';
import { LinkButton } from '@/components/ui/link-button';
import { selectWaysIn } from '@/server/accounts/own-ways';
import styles from '../account.module.css';

export const metadata: Metadata = { title: 'Forgotten password' };
// Whether mail is sent is known when the server runs, not when it is built.
export const dynamic = 'force-dynamic';

export default function ForgottenPage() {
  const { sendsMail, provider, isProviderOnly } = selectWaysIn();
  const canSend = sendsMail && !isProviderOnly;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Forgotten the password?</h1>
        <p className={styles.lead}>
          {isProviderOnly
            ? `There are no passwords here: everybody signs in with ${provider}.`
            : sendsMail
              ? 'A link to set a new one can be sent to the address of your account. Your work is not touched.'
              : 'This course sends no e-mail. Ask an instructor: they can make you a link that sets a new one. Instructors ask the person who runs the course.'}
        </p>
      </header>
      {canSend ? (
        <ForgottenForm />
      ) : (
        <div>
          <LinkButton href="/account">To the account page</LinkButton>
        </div>
      )}
    </div>
  );
}
