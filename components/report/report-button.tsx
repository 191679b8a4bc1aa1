import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { ReportAbout } from '@/schemas/problem-report';
import styles from './report.module.css';

interface ReportButtonProps {
  readonly about: ReportAbout;
  /** Tells this button from the others of the page to somebody who does not see where it stands. */
  readonly what: string;
}

/** Static text on a page of text: components/report/report-opener.tsx listens, and fetches the form when it is wanted. */
export function ReportButton({ about, what }: ReportButtonProps) {
  return (
    <button
      type="button"
      className={styles.opener}
      aria-haspopup="dialog"
      data-report={JSON.stringify(about)}
      data-what={what}
      data-print="hide"
    >
      Something is wrong here<VisuallyHidden> ({what})</VisuallyHidden>
    </button>
  );
}
