import type { Metadata } from 'next';
import { LinkPage } from '@/app/account/link-page';
import { AccountForm } from '@/components/session/account-form';
import { ConfirmButton } from '@/components/session/confirm-button';
import { SsoButton } from '@/components/session/sso-button';
import { LinkButton } from '@/components/ui/link-button';
import { selectWaysIn } from '@/server/accounts/own-ways';
import { currentActor } from '@/server/actor';
import { selectConfirmLink } from '@/server/links';

export const metadata: Metadata = {
  title: 'Confirm an address',
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
};

const DEAD = {
  used: ['This address is confirmed', 'The link has done its work. The account page says which address it was.'],
  expired: ['This link is too old', 'Or a later letter was sent, and only the last one counts.'],
  unknown: ['There is no such link', 'Copy all of it from the letter: a line break may have cut it.'],
} as const;

export default async function ConfirmPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const { token } = await params;
  const [state, actor] = await Promise.all([selectConfirmLink(token), currentActor()]);
  const isIn = actor !== null && !actor.isGuest;
  const words: readonly [string, string] =
    state !== 'valid'
      ? DEAD[state]
      : isIn
        ? ['Confirm this address', `For the account of ${actor.name}. Only do it if you asked for the letter yourself.`]
        : ['Sign in first', 'An address is confirmed within the account that asked for it. This page stays as it is.'];
  return (
    <LinkPage words={words}>
      {state !== 'valid' ? (
        <div>
          <LinkButton href="/account">To the account page</LinkButton>
        </div>
      ) : isIn ? (
        <ConfirmButton token={token} />
      ) : (
        <SignIn />
      )}
    </LinkPage>
  );
}

function SignIn() {
  const { provider, isProviderOnly } = selectWaysIn();
  return (
    <>
      {provider ? <SsoButton path="/api/auth/sso">{`Sign in with ${provider}`}</SsoButton> : null}
      {isProviderOnly ? null : <AccountForm mode="sign-in" submitLabel="Sign in" />}
    </>
  );
}
