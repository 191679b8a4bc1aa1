import Link from 'next/link';
import type { Actor } from '@/server/actor';
import { countNewReports } from '@/server/reports/report-desk';

/** On the overview: how many reports of learners wait for an answer. */
export async function ReportsLine({ actor }: { readonly actor: Actor }) {
  const count = await countNewReports(actor);
  return (
    <p>
      <Link href="/instructor/reports">What learners say is wrong</Link>:{' '}
      {count === 0 ? 'nothing waits for an answer.' : `${count} without an answer.`}
    </p>
  );
}
