import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AppealList } from '@/components/appeals/appeal-list';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { Empty } from '@/components/ui/empty';
import { CohortIdSchema } from '@/schemas/ids';
import { currentActor } from '@/server/actor';
import { selectAppealDesk } from '@/server/appeals/appeal-desk';
import { mayIn } from '@/server/authority';
import styles from '../../../instructor.module.css';

export const metadata: Metadata = { title: 'Appeals' };

export default async function AppealsPage({ params }: { readonly params: Promise<{ cohortId: string }> }) {
  const cohortId = CohortIdSchema.safeParse((await params).cohortId);
  const actor = await currentActor();
  if (!actor) return <SignInHint what="Appeals show other people’s work." />;
  if (!cohortId.success || !mayIn(actor, cohortId.data, 'review')) notFound();
  const desk = await selectAppealDesk(actor, cohortId.data);
  if (!desk) notFound();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Appeals</h1>
        <p className={styles.note}>
          A learner asks for a person to look at one level or one quiz answer again. Whoever set the level does not rule
          on it while somebody else may. A ruling raises or leaves; it never lowers.
        </p>
      </header>
      <section className={styles.section} aria-labelledby="open-heading">
        <h2 id="open-heading">
          {desk.open.length === 0 ? 'Nothing waits' : desk.open.length === 1 ? '1 waits' : `${desk.open.length} wait`}
        </h2>
        {desk.open.length === 0 ? (
          <Empty>
            <p>When a learner appeals, it appears here, and drafts stand first in the review queue.</p>
          </Empty>
        ) : (
          <AppealList appeals={desk.open} cohortId={desk.cohortId} />
        )}
      </section>
      {desk.closed.length > 0 ? (
        <section className={styles.section} aria-labelledby="closed-heading">
          <h2 id="closed-heading">Ruled on</h2>
          <AppealList appeals={desk.closed} cohortId={desk.cohortId} />
        </section>
      ) : null}
      {desk.mayManage && desk.samples > 0 ? (
        <p className={styles.note}>
          <a href={`/api/instructor/labelled-samples?cohort=${desk.cohortId}`} download="labelled-samples.yaml">
            {desk.samples === 1 ? '1 labelled sample' : `${desk.samples} labelled samples`} for the author
          </a>{' '}
          of the exercises: the texts of upheld appeals with their levels, without names, as sample files.
        </p>
      ) : null}
    </div>
  );
}
