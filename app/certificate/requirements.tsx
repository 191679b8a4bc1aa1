import Link from 'next/link';
import { MissingList } from '@/components/certificate/missing-list';
import { sayDuration } from '@/components/ui/duration';
import type { CertificateStanding } from '@/schemas/certificate';
import type { CourseOutline } from '@/schemas/lesson';
import styles from './certificate-page.module.css';

interface RequirementsProps {
  readonly standing: CertificateStanding;
  readonly passing: CourseOutline['passing'];
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** What a certificate asks for, in words, and what is missing, with links. */
export function Requirements({ standing, passing }: RequirementsProps) {
  const { way, capstone, missing, minutesLeft } = standing;
  if (!way)
    return <p className={styles.lead}>No module of the course is open yet, so there is nothing to certify so far.</p>;
  return (
    <>
      <section className={styles.part} aria-labelledby="asked">
        <h2 id="asked">What it takes</h2>
        <ul className={styles.rules}>
          <li>
            {way.type === 'course'
              ? `All ${way.modules} modules that are open: `
              : `What your path “${way.title}” asks for, in ${way.modules} of ${way.ofModules} modules: `}
            each lesson read, each quiz mastered at {percent(passing.quizMastery)}, and one exercise
            {way.type === 'course' ? ' a module' : ', where the path asks for one,'} passed at{' '}
            {percent(passing.exerciseOverall)} on any draft.
          </li>
          {capstone ? (
            <li>
              The last exercise, “{capstone.title}”, passed too
              {capstone.isPassed ? ': you have.' : ', whatever the path.'}
            </li>
          ) : null}
          <li>
            {way.type === 'course' ? (
              <>
                A <Link href="/paths">path</Link> asks for less, and the certificate then says so.
              </>
            ) : (
              <>
                The certificate names the path. Without one it is for the whole course:{' '}
                <Link href="/paths">change it</Link>.
              </>
            )}
          </li>
          <li>Second drafts and hints count for nothing against you.</li>
        </ul>
      </section>
      <section className={styles.part} aria-labelledby="missing">
        <h2 id="missing">Still missing</h2>
        <p className={styles.muted}>
          {missing.length === 1 ? 'In one module' : `In ${missing.length} modules`}, about {sayDuration(minutesLeft)}.
        </p>
        <MissingList missing={missing} />
      </section>
    </>
  );
}
