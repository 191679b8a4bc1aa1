import type { Metadata } from 'next';
import styles from '@/components/appeals/appeals.module.css';
import { OwnAppealEntry } from '@/components/appeals/own-appeal';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { Empty } from '@/components/ui/empty';
import { currentActor } from '@/server/actor';
import { selectAllOwnAppeals } from '@/server/appeals/own-appeals';
import pageStyles from '../instructor/instructor.module.css';

export const metadata: Metadata = { title: 'Your appeals' };

export default async function AppealsPage() {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="Appeals belong to the person who sent them." />;
  const appeals = await selectAllOwnAppeals(actor);
  return (
    <div className={pageStyles.page}>
      <header className={pageStyles.head}>
        <h1>Your appeals</h1>
        <p className={pageStyles.note}>
          Under each level of a result and each quiz answer that does not count in full you can ask for a person to look
          again. Here is what came of it, newest first.
        </p>
      </header>
      {appeals.length === 0 ? (
        <Empty>
          <p>You have not appealed against anything.</p>
        </Empty>
      ) : (
        <section className={pageStyles.section} aria-labelledby="all-heading">
          <h2 id="all-heading">{appeals.length === 1 ? '1 appeal' : `${appeals.length} appeals`}</h2>
          <ul className={styles.list}>
            {appeals.map((appeal) => (
              <OwnAppealEntry key={appeal.id} appeal={appeal} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
