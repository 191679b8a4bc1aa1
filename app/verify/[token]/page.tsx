import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import styles from '@/app/certificate/certificate-page.module.css';
import { CertificateSheet } from '@/components/certificate/certificate-sheet';
import { LocalTime } from '@/components/ui/local-time';
import { PrintButton } from '@/components/ui/print-button';
import { verifyCertificate } from '@/server/certificates/verify';
import { env } from '@/server/env';
import { originOfPage } from '@/server/http/same-origin';

export const metadata: Metadata = {
  title: 'Check a certificate',
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
};

export default async function VerifyPage({ params }: { readonly params: Promise<{ readonly token: string }> }) {
  const [{ token }, asked] = await Promise.all([params, headers()]);
  const found = await verifyCertificate(token, asked);
  const origin = originOfPage(asked, env());
  switch (found.status) {
    case 'unknown':
      return notFound();
    case 'busy':
      return (
        <Message title="Too many certificates are being checked">
          Wait a minute and load this page again. Nothing was decided about this one.
        </Message>
      );
    case 'revoked':
      return (
        <Message title="This certificate was revoked">
          This server issued it, and its holder took it back on <LocalTime at={found.revokedAt} style="day" />. It no
          longer stands for anything. If somebody showed it to you, ask them for another.
        </Message>
      );
    case 'valid': {
      const { name, issuedAt, body } = found;
      return (
        <div className={styles.page}>
          <header className={styles.head} data-print="hide">
            <h1>This certificate is valid</h1>
            <p className={styles.lead}>
              This server, {new URL(origin).host}, issued it and has not been asked to take it back. It stands below as
              it was issued.
            </p>
            <div>
              <PrintButton>Print</PrintButton>
            </div>
          </header>
          <CertificateSheet name={name} issuedAt={issuedAt} body={body} link={{ origin, token }} />
        </div>
      );
    }
    default:
      return found satisfies never;
  }
}

function Message({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p className={styles.lead}>{children}</p>
      </header>
    </div>
  );
}
