import type { Metadata } from 'next';
import { LinkPage } from '@/app/account/link-page';
import { StopButton } from '@/components/letters/stop-button';
import { LinkButton } from '@/components/ui/link-button';
import { selectLetterLink } from '@/server/letters/stop-letters';

export const metadata: Metadata = {
  title: 'Letters from the course',
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
};

const WORDS = {
  on: [
    'Stop letters from the course?',
    'Reminders, news of feedback and digests then stay in the course and come no more by mail. Letters that you ask for yourself, such as a link for a new password, still come.',
  ],
  stopped: [
    'No more letters',
    'Reminders, news of feedback and digests stay in the course. Should you want some of them by mail again, choose them on your account page.',
  ],
  unknown: [
    'There is no such letter',
    'Copy all of the link from the letter: a line break may have cut it. Letters are stopped on the account page as well.',
  ],
} as const;

/** Opening it changes nothing: programs that look into mail open links. */
export default async function LetterPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const { token } = await params;
  const state = await selectLetterLink(token);
  return (
    <LinkPage words={WORDS[state]}>
      {state === 'on' ? (
        <StopButton token={token} />
      ) : (
        <div>
          <LinkButton href="/account#letters">Choose letters</LinkButton>
        </div>
      )}
    </LinkPage>
  );
}
