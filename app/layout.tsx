import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { Outbox } from '@/components/outbox/outbox';
import { PreviewBanner } from '@/components/preview/preview-banner';
import { ReportOpener } from '@/components/report/report-opener';
import { FRESH_SCRIPT } from '@/components/session/fresh-page';
import { KeysHelp } from '@/components/session/keys-help';
import { NO_EVAL_SCRIPT } from '@/components/session/no-eval';
import { OfflineBanner } from '@/components/session/offline-banner';
import { SessionNotice } from '@/components/session/session-notice';
import { THEME_SCRIPT } from '@/components/session/theme';
import { fontVariables } from './fonts';
import './globals.css';
import { currentActor, sessionState } from '@/server/actor';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

export const metadata: Metadata = {
  title: { default: 'Defensible: Rust, Go, both, or neither', template: '%s · Defensible' },
  description:
    'A course for engineers who must choose between Rust, Go, both, or neither, and defend the choice in review.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f4' },
    { media: '(prefers-color-scheme: dark)', color: '#15171a' },
  ],
};

const HEAD_SCRIPT = `${THEME_SCRIPT};${FRESH_SCRIPT};${NO_EVAL_SCRIPT}`;

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  await connection(); // a nonce per request needs a page per request
  const actor = await currentActor();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    // The script in <head> sets data-theme and data-fresh before React arrives, hence the suppressed warning here.
    <html lang="en-GB" className={fontVariables} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, no input reaches it */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: HEAD_SCRIPT }} />
      </head>
      <body data-session={await sessionState()}>
        <a className="skip-link" href="#main">
          Skip to the content
        </a>
        <SiteHeader />
        {actor?.previewOf ? <PreviewBanner /> : null}
        <SessionNotice />
        <OfflineBanner />
        <Outbox reader={actor && { learnerId: actor.learnerId, isGuest: actor.isGuest }} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter />
        <ReportOpener />
        <KeysHelp />
      </body>
    </html>
  );
}
