import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { KIND_WORDS, regradePath, STATUS_WORDS } from '@/components/regrades/regrade-words';
import regradeStyles from '@/components/regrades/regrades.module.css';
import { StartForm } from '@/components/regrades/start-form';
import { Empty } from '@/components/ui/empty';
import { LocalTime } from '@/components/ui/local-time';
import { currentActor } from '@/server/actor';
import { selectManagedCohorts } from '@/server/analysis/managed-cohorts';
import { selectRegrades } from '@/server/regrades/select-regrades';
import styles from '../instructor.module.css';

export const metadata: Metadata = { title: 'Regrades' };

export default async function RegradesPage() {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="A regrade shows other people’s work." />;
  const cohorts = await selectManagedCohorts(actor);
  if (cohorts.length === 0) notFound();
  const cards = await selectRegrades(actor);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Regrades</h1>
        <p className={styles.note}>
          A grade rests on a rubric and a grader as they were. When they change, old grades stay until somebody applies
          the new ones here: first a preview of who would move and why, then all at once, and back again if need be.
        </p>
      </header>
      <section className={styles.section} aria-labelledby="start-heading">
        <h2 id="start-heading">A new preview</h2>
        <p className={styles.note}>
          It finds drafts graded by another rubric, grader or calibration than today’s and grades them beside the grade
          in force. Nothing changes by it.
        </p>
        <StartForm cohorts={cohorts} mayAll={actor.isOwner} />
      </section>
      <section className={styles.section} aria-labelledby="list-heading">
        <h2 id="list-heading">Previews and regrades</h2>
        {cards.length === 0 ? (
          <Empty>
            <p>None yet. An upheld appeal also proposes one, for drafts that say the same.</p>
          </Empty>
        ) : (
          <ul className={regradeStyles.list}>
            {cards.map(({ id, cohortName, kind, status, reason, createdAt }) => (
              <li key={id}>
                <Link href={regradePath(id)} prefetch={false}>
                  {KIND_WORDS[kind]}: {cohortName ?? 'all cohorts'}
                </Link>
                <p className={regradeStyles.facts}>
                  <span>{STATUS_WORDS[status]}</span>
                  <LocalTime at={createdAt} style="stamp" />
                </p>
                <p className={styles.note}>{reason}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
