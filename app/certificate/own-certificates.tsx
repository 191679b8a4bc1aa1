import Link from 'next/link';
import { CertificateSheet } from '@/components/certificate/certificate-sheet';
import { RevokeButton } from '@/components/certificate/revoke-button';
import { CopyText } from '@/components/lesson/copy-text';
import { LocalTime } from '@/components/ui/local-time';
import { PrintButton } from '@/components/ui/print-button';
import type { OwnCertificate } from '@/schemas/certificate';
import styles from './certificate-page.module.css';

interface ValidCertificateProps {
  readonly certificate: OwnCertificate;
  readonly origin: string;
}

/** A valid certificate with what its owner can do with it. */
export function ValidCertificate({ certificate, origin }: ValidCertificateProps) {
  const { token, name, issuedAt, body } = certificate;
  const linkId = `link-${token}`;
  return (
    <section className={styles.valid} aria-label={`Certificate of ${name}`}>
      <div className={styles.actions} data-print="hide">
        <p className={styles.link}>
          Its link: <span id={linkId}>{`${origin}/verify/${token}`}</span>
        </p>
        <span className={styles.copy}>
          <CopyText from={linkId} />
        </span>
        <PrintButton>Print</PrintButton>
        <RevokeButton token={token} />
      </div>
      <CertificateSheet name={name} issuedAt={issuedAt} body={body} link={{ origin, token }} />
    </section>
  );
}

/** Certificates taken back: their links still answer, and say so. */
export function RevokedList({ certificates }: { readonly certificates: readonly OwnCertificate[] }) {
  return (
    <section className={styles.part} aria-labelledby="revoked" data-print="hide">
      <h2 id="revoked">Revoked</h2>
      <ul className={styles.rules}>
        {certificates.map(({ token, name, issuedAt, revokedAt }) => (
          <li key={token}>
            <Link href={`/verify/${token}`} prefetch={false}>
              {name}
            </Link>
            , issued on <LocalTime at={issuedAt} style="day" />, revoked on{' '}
            <LocalTime at={revokedAt ?? issuedAt} style="day" />.
          </li>
        ))}
      </ul>
    </section>
  );
}
