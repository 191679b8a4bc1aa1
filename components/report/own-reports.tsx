import Link from 'next/link';
import { classNames } from '@/components/ui/class-names';
import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';
import type { OwnReport } from '@/schemas/problem-report';
import styles from './report.module.css';
import { reportPath } from './report-path';
import { KIND_WORDS, STATUS_WORDS } from './report-words';

/** What a reader reported, and what became of it. */
export function OwnReports({ reports }: { readonly reports: readonly OwnReport[] }) {
  return (
    <ul className={styles.list}>
      {reports.map((report) => (
        <li key={report.id} className={styles.report}>
          <h3>
            <Link href={reportPath(report.context.about, 'reporter')}>{report.context.place}</Link>
          </h3>
          <p className={styles.facts}>
            <span>{KIND_WORDS[report.kind]}</span>
            <span>
              sent <LocalTime at={report.createdAt} style="day" />
            </span>
            <span>{STATUS_WORDS[report.status]}</span>
            {report.status !== 'new' && report.isUnread ? <Tag tone="met">new answer</Tag> : null}
          </p>
          <blockquote className={styles.said}>{report.text}</blockquote>
          {report.status === 'new' ? null : (
            <>
              <p className={styles.facts}>
                Answer, <LocalTime at={report.answeredAt} style="day" />
              </p>
              <blockquote className={classNames(styles.said, styles.reply)}>{report.reply}</blockquote>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
