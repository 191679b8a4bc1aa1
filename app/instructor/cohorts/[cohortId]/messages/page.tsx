import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import styles from '@/components/assignments/assignments.module.css';
import { WebhookForm } from '@/components/assignments/webhook-form';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { DataTable } from '@/components/ui/data-table';
import { LocalTime } from '@/components/ui/local-time';
import type { FailedJob } from '@/schemas/job';
import type { WebhookDelivery } from '@/schemas/webhook';
import { currentActor } from '@/server/actor';
import { selectManagedCohort } from '@/server/assignments/managed-cohort';
import { selectDeliveries, selectFailedJobs, selectWebhook } from '@/server/webhooks/webhooks';

export const metadata: Metadata = { title: 'Messages of a cohort' };

interface MessagesPageProps {
  readonly params: Promise<{ readonly cohortId: string }>;
}

const EVENT_WORDS: Readonly<Record<string, string>> = {
  'assignment-made': 'A new assignment',
  digest: 'The week',
  test: 'A test',
};
const JOB_WORDS: Readonly<Record<string, string>> = {
  announce: 'Telling learners of an assignment',
  remind: 'Reminding learners',
  deliver: 'Delivering to the webhook',
};

export default async function MessagesPage({ params }: MessagesPageProps) {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="The messages of a cohort are for those who run it." />;
  const cohort = await selectManagedCohort(actor, (await params).cohortId);
  if (!cohort) notFound();
  const [webhook, deliveries, failed] = await Promise.all([
    selectWebhook(actor, cohort.id),
    selectDeliveries(actor, cohort.id),
    selectFailedJobs(actor, cohort.id),
  ]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Messages</h1>
        <p className={styles.muted}>
          Learners are reminded in the course itself. New assignments and the sums of each week can also go to a channel
          of your team. No name of a learner is in them.
        </p>
      </header>
      <section className={styles.section} aria-labelledby="webhook-heading">
        <h2 id="webhook-heading">Webhook</h2>
        <p className={styles.muted}>
          {webhook === null ? 'None is set: nothing leaves this server.' : null}
          {webhook?.url === null
            ? 'One is set, but its address cannot be read: the server’s AUTH_SECRET is another one since. Set it again.'
            : null}
          {webhook?.url ? (
            <>
              Messages go to <code>{webhook.url}</code>, set <LocalTime at={webhook.createdAt} />.
            </>
          ) : null}
        </p>
        <WebhookForm cohortId={cohort.id} hasWebhook={webhook !== null} />
      </section>
      <section className={styles.section} aria-labelledby="log-heading">
        <h2 id="log-heading">What was sent</h2>
        {deliveries.length === 0 ? (
          <p className={styles.muted}>Nothing yet.</p>
        ) : (
          <Deliveries deliveries={deliveries} />
        )}
      </section>
      {failed.length > 0 ? (
        <section className={styles.section} aria-labelledby="failed-heading">
          <h2 id="failed-heading">What was given up</h2>
          <Failed failed={failed} />
        </section>
      ) : null}
    </div>
  );
}

function Deliveries({ deliveries }: { readonly deliveries: readonly WebhookDelivery[] }) {
  return (
    <DataTable caption="The latest tries, newest first">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Message</th>
          <th scope="col">What came of it</th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map(({ id, at, event, status, problem }) => (
          <tr key={id}>
            <td>
              <LocalTime at={at} style="stamp" />
            </td>
            <td>{EVENT_WORDS[event] ?? event}</td>
            <td>{problem === null ? `Taken (${status})` : `Failed: ${problem}`}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Failed({ failed }: { readonly failed: readonly FailedJob[] }) {
  return (
    <DataTable caption="After six tries nothing more is tried">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">What</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {failed.map(({ id, failedAt, kind, lastError }) => (
          <tr key={id}>
            <td>
              <LocalTime at={failedAt} style="stamp" />
            </td>
            <td>{JOB_WORDS[kind] ?? kind}</td>
            <td>{lastError}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
