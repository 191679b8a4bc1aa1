import type { Metadata } from 'next';
import Link from 'next/link';
import { sayDay } from '@/components/studio/days';
import { STATUS_NAMES } from '@/components/studio/decision-words';
import { DueCard } from '@/components/studio/due-card';
import { ImportDecision } from '@/components/studio/import-decision';
import { NewDecision } from '@/components/studio/new-decision';
import { Empty } from '@/components/ui/empty';
import { LocalTime } from '@/components/ui/local-time';
import type { Decision } from '@/schemas/decision';
import { currentActor } from '@/server/actor';
import { selectDecisions } from '@/server/decisions/decisions';
import { selectDecisionsDue } from '@/server/decisions/reconsider';
import styles from './studio-page.module.css';

export const metadata: Metadata = { title: 'Decision studio' };

export default async function StudioPage() {
  const actor = await currentActor();
  const [decisions, due] = [await selectDecisions(actor), await selectDecisionsDue(actor, Date.now())];
  return (
    <div className={styles.page}>
      <header>
        <p className={styles.eyebrow}>
          Decision studio · <Link href="/">Course</Link>
        </p>
        <h1>Bring a decision of your own</h1>
      </header>
      <p className={styles.lead}>
        Write down a decision that your team really has to make. Seven points that a reviewer looks for are read in it,
        with your own words as evidence and one question for each that is open.
      </p>
      <p className={styles.muted}>
        Only you can read it: no instructor, no other learner, and nobody’s report. It is not graded and counts for
        nothing.
      </p>
      <div>
        <NewDecision />
      </div>
      {due.length > 0 ? (
        <section aria-labelledby="due">
          <h2 id="due">Due to be looked at again</h2>
          {due.map((decision) => (
            <DueCard key={`${decision.id} ${decision.version}`} decision={decision} />
          ))}
        </section>
      ) : null}
      <section aria-labelledby="yours">
        <h2 id="yours">Your decisions</h2>
        {decisions.length === 0 ? (
          <Empty>
            <p>None yet. The first one can be half a page that you already have: import it below.</p>
          </Empty>
        ) : (
          <ul className={styles.plain}>
            {decisions.map((decision) => (
              <Row key={decision.id} decision={decision} />
            ))}
          </ul>
        )}
      </section>
      <details>
        <summary>Import a decision record</summary>
        <ImportDecision />
      </details>
    </div>
  );
}

function Row({ decision: { id, record, savedAt } }: { readonly decision: Decision }) {
  return (
    <li>
      <Link href={`/studio/${id}`}>{record.title || 'A decision without a title'}</Link>
      <p className={styles.muted}>
        {STATUS_NAMES[record.status]}, saved <LocalTime at={savedAt} />
        {record.reviewOn ? `, to be looked at again on ${sayDay(record.reviewOn)}` : ''}
      </p>
    </li>
  );
}
