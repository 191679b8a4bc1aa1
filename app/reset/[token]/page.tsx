import type { Metadata } from 'next';
import { LinkPage } from '@/app/account/link-page';
import { ResetForm } from '@/components/session/reset-form';
import { LinkButton } from '@/components/ui/link-button';
import { selectResetLink } from '@/server/links';

export const metadata: Metadata = { title: 'New password', referrer: 'no-referrer', robots: { index: false } };

const DEAD = {
  used: [
    'This link has been used',
    'Sign in with the password that was set by it, or ask an instructor for another link.',
  ],
  expired: ['This link is too old', 'Links work for a day. Ask an instructor for another.'],
  unknown: ['There is no such link', 'Copy all of it from the message you got, or ask an instructor for another.'],
} as const;

const ALIVE = ['Set a new password', 'The link works once. Your work is not touched.'] as const;

export default async function ResetPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const { token } = await params;
  const state = await selectResetLink(token);
  const words = state === 'valid' ? ALIVE : DEAD[state];
  return (
    <LinkPage words={words}>
      {state === 'valid' ? (
        <ResetForm token={token} />
      ) : (
        <div>
          <LinkButton href="/account">To the account page</LinkButton>
        </div>
      )}
    </LinkPage>
  );
}
