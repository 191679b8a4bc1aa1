import type { Metadata } from 'next';
import { ResetForm } from '@/components/session/reset-form';
import { LinkButton } from '@/components/ui/link-button';
import { selectResetLink } from '@/server/links';
import styles from '../../account/account.module.css';

export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer', robots: { index: false } };

const DEAD = {
  used: [
    'This link has been used',
    'Sign in with the password that was set by it, or ask an instructor for another link.',
  ],
  expired: ['This link is too old', 'Links work for a day. Ask an instructor for another.'],
  unknown: ['There is no such link', 'Copy all of it from the message you got, or ask an instructor for another.'],
} as const;

export default async function ResetPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const { token } = await params;
  const state = await selectResetLink(token);
  const [title, text] =
    state === 'valid' ? ['Set a new password', 'The link works once. Your work is not touched.'] : DEAD[state];
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p className={styles.lead}>{text}</p>
      </header>
      {state === 'valid' ? (
        <ResetForm token={token} />
      ) : (
        <div>
          <LinkButton href="/account">To the account page</LinkButton>
        </div>
      )}
    </div>
  );
}
