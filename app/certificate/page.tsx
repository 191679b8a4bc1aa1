import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { IssueForm } from '@/components/certificate/issue-form';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { getCourse } from '@/course/course';
import { currentActor } from '@/server/actor';
import { selectOwnCertificates } from '@/server/certificates/certificates';
import { selectCertificateStanding } from '@/server/certificates/standing';
import { env } from '@/server/env';
import { originOfPage } from '@/server/http/same-origin';
import styles from './certificate-page.module.css';
import { RevokedList, ValidCertificate } from './own-certificates';
import { Requirements } from './requirements';

export const metadata: Metadata = { title: 'Certificate' };

export default async function CertificatePage() {
  const actor = await currentActor();
  const [course, standing, own] = await Promise.all([
    getCourse(),
    selectCertificateStanding(actor),
    actor ? selectOwnCertificates(actor) : [],
  ]);
  const valid = own.filter(({ revokedAt }) => revokedAt === null);
  const revoked = own.filter(({ revokedAt }) => revokedAt !== null);
  const origin = originOfPage(await headers(), env());
  return (
    <div className={styles.page}>
      <header className={styles.head} data-print="hide">
        <h1>{valid.length > 0 ? 'Your certificate' : standing.isEarned ? 'You have earned it' : 'The certificate'}</h1>
        <p className={styles.lead}>
          {valid.length > 0
            ? 'Anybody with its link can check it here, until you revoke it.'
            : standing.isEarned
              ? 'Nothing is missing. Type the name that it should carry, and it is issued.'
              : 'It says what you demonstrated, criterion by criterion, and how that was judged. It carries no percentage.'}
        </p>
      </header>
      {actor?.isGuest && (standing.isEarned || valid.length > 0) ? <GuestNote /> : null}
      {valid.map((certificate) => (
        <ValidCertificate key={certificate.token} certificate={certificate} origin={origin} />
      ))}
      {valid.length === 0 && standing.isEarned ? <IssueForm /> : null}
      {valid.length === 0 && !standing.isEarned ? (
        <Requirements standing={standing} passing={course.outline.passing} />
      ) : null}
      {revoked.length > 0 ? <RevokedList certificates={revoked} /> : null}
    </div>
  );
}

function GuestNote() {
  return (
    <Notice
      className={styles.guest ?? ''}
      kind="caution"
      title="You are a guest"
      actions={
        <LinkButton href="/account" size="small">
          Claim an account
        </LinkButton>
      }
    >
      <p>Guests who stay away are deleted, and a certificate goes with its owner. With an account it stays.</p>
    </Notice>
  );
}
