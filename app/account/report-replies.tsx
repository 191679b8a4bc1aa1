import { NoteSeen } from '@/components/report/note-seen';
import { OwnReports } from '@/components/report/own-reports';
import type { Actor } from '@/server/actor';
import { selectOwnReports } from '@/server/reports/reports';
import styles from './account.module.css';

/** What one reported and what became of it; nothing for somebody who never reported anything. */
export async function ReportReplies({ actor }: { readonly actor: Actor }) {
  const reports = await selectOwnReports(actor);
  if (reports.length === 0) return null;
  const isUnread = reports.some((report) => report.status !== 'new' && report.isUnread);
  return (
    <section className={styles.part} aria-labelledby="replies">
      <h2 id="replies">Replies to your reports</h2>
      <OwnReports reports={reports} />
      {isUnread ? <NoteSeen /> : null}
    </section>
  );
}
