import type { Route } from 'next';
import Link from 'next/link';
import type { CohortSummary } from '@/schemas/dashboard-view';
import { sayCount } from '../ui/say-count';
import styles from './desk.module.css';

interface FigureStripProps {
  readonly cohort: { readonly id: string; readonly learners: number };
  /** Null for whoever may not see it, and while the cohort is counted. */
  readonly summary: CohortSummary | null;
  readonly waiting: { readonly waiting: number; readonly appeals: number } | null;
}

/** The numbers of a cohort that matter today, each a way to what it counts. Nought leads nowhere. */
export function FigureStrip({ cohort: { id, learners }, summary, waiting }: FigureStripProps) {
  const figures = [
    { word: learners === 1 ? 'learner' : 'learners', count: learners, view: null, of: null },
    ...(waiting
      ? [
          { word: waiting.appeals === 1 ? 'appeal' : 'appeals', count: waiting.appeals, view: 'appeals', of: null },
          {
            word: waiting.waiting === 1 ? 'draft waits for a person' : 'drafts wait for a person',
            count: waiting.waiting,
            view: 'reviews',
            of: null,
          },
        ]
      : []),
    ...(summary && summary.people > 0
      ? [
          { word: 'need somebody', count: summary.atRisk, view: 'risk', of: summary.people },
          { word: 'passed an exercise', count: summary.funnel.passed, view: 'overview', of: summary.people },
        ]
      : []),
  ];
  return (
    <dl className={styles.strip}>
      {figures.map(({ word, count, view, of }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>
            {view === null || count === 0 ? (
              <span>{sayCount(count)}</span>
            ) : (
              <Link
                href={`/instructor/cohorts/${id}/${view}` as Route}
                prefetch={false}
                aria-label={`${count} ${word}`}
              >
                {sayCount(count)}
              </Link>
            )}
            {of === null || of === 1 ? null : <small> of {sayCount(of)}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
