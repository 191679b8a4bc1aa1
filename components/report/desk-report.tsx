import Link from 'next/link';
import { personName } from '@/components/instructor/person-name';
import { LocalTime } from '@/components/ui/local-time';
import { Tag } from '@/components/ui/tag';
import type { DeskReport } from '@/schemas/problem-report';
import { AnswerForm } from './answer-form';
import styles from './report.module.css';
import { reportPath } from './report-path';
import { KIND_WORDS, STATUS_WORDS } from './report-words';

/** One report on the desk: the place, what its writer had before them, what they wrote, and the answer. */
export function DeskReportEntry({ report }: { readonly report: DeskReport }) {
  const { context, reporter } = report;
  return (
    <article className={styles.report} aria-labelledby={`report-${report.id}`}>
      <h3 id={`report-${report.id}`}>
        <Link href={reportPath(context.about, 'instructor')}>{context.place}</Link>
      </h3>
      <p className={styles.facts}>
        <span>{KIND_WORDS[report.kind]}</span>
        <span>
          <Link href={`/instructor/learners/${reporter.id}`}>
            {personName({ ...reporter, learnerId: reporter.id })}
          </Link>
        </span>
        <LocalTime at={report.createdAt} style="stamp" />
        <Tag tone={report.status === 'new' ? 'partly' : 'plain'}>{STATUS_WORDS[report.status]}</Tag>
      </p>
      <blockquote className={styles.said}>{report.text}</blockquote>
      <details className={styles.shown}>
        <summary>What the learner had before them</summary>
        <p className={styles.said}>{context.shown.join('\n\n')}</p>
        <p className={styles.facts}>
          <span>
            File <code>{context.source}</code>
          </span>
        </p>
      </details>
      <AnswerForm reportId={report.id} status={report.status} reply={report.reply ?? ''} />
    </article>
  );
}
