import type { Metadata } from 'next';
import styles from '@/app/certificate/certificate-page.module.css';

export const metadata: Metadata = {
  title: 'No such certificate',
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
};

/** Said for a mistyped link and for a certificate that was deleted with its owner: the server cannot tell them apart. */
export default function UnknownCertificate() {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>This server has no such certificate</h1>
        <p className={styles.lead}>
          Either the link is not complete, or the certificate was deleted together with its holder’s account, or another
          server issued it. Compare the address with the one you were given, letter by letter.
        </p>
      </header>
    </div>
  );
}
