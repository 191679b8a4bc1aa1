import { CountingNotice } from '@/components/dashboard/counting-notice';
import type { Counting } from '@/server/analytics/views';
import page from '../../instructor.module.css';

/** What a view of a cohort is until the cohort has been read for the first time. */
export function CountingPage({ title, counting }: { readonly title: string; readonly counting: Counting }) {
  return (
    <div className={page.page}>
      <header className={page.head}>
        <h1>{title}</h1>
      </header>
      <CountingNotice {...counting} />
    </div>
  );
}
