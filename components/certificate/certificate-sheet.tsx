import Link from 'next/link';
import { LocalTime } from '@/components/ui/local-time';
import type { CertificateBody, Demonstrated } from '@/schemas/certificate';
import styles from './certificate-sheet.module.css';
import { doneWords, judgedWords, wayWords } from './certificate-words';

interface CertificateSheetProps {
  readonly name: string;
  readonly issuedAt: number;
  readonly body: CertificateBody;
  /** The whole address at which anybody can check it. */
  readonly link: { readonly origin: string; readonly token: string };
}

/** The certificate itself: what is read on the page, and one sheet of A4 on paper. */
export function CertificateSheet({ name, issuedAt, body, link }: CertificateSheetProps) {
  return (
    <article className={styles.sheet} aria-labelledby="certificate-name">
      <p className={styles.eyebrow}>Certificate</p>
      <h2 id="certificate-name" className={styles.name}>
        {name}
      </h2>
      <p className={styles.for}>
        has completed {wayWords(body.way, body.course)}
        {body.capstone ? `, and passed its last exercise, “${body.capstone}”` : ''}.
      </p>
      <p className={styles.date}>
        Issued on <LocalTime at={issuedAt} style="day" />
      </p>
      <h3>What was demonstrated</h3>
      <p className={styles.note}>
        In one decision record for each module that asks for one, by its best draft. Named are the criteria met in full.
      </p>
      <ul className={styles.demonstrated}>
        {body.demonstrated.map((entry) => (
          <Shown key={entry.module} entry={entry} />
        ))}
      </ul>
      <div className={styles.foot}>
        <p>
          {doneWords(body)} {judgedWords(body)}
        </p>
        <p>
          Grader {body.graders.join(', ')}; rubrics {body.rubrics.join(', ')}.
        </p>
        <p className={styles.check}>
          Check it at{' '}
          <Link href={`/verify/${link.token}`} prefetch={false}>
            {link.origin}/verify/{link.token}
          </Link>
        </p>
      </div>
    </article>
  );
}

function Shown({ entry: { module, exercise, criteria } }: { readonly entry: Demonstrated }) {
  return (
    <li>
      <p className={styles.module}>{module}</p>
      <p>
        <cite>{exercise}</cite>:{' '}
        {criteria.length > 0 ? `${criteria.join('; ')}.` : 'passed, with no criterion in full.'}
      </p>
    </li>
  );
}
