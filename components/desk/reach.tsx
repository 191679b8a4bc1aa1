import type { Funnel } from '@/schemas/dashboard-view';
import { sayCount } from '../ui/say-count';
import styles from './desk.module.css';

const STEPS = ['started', 'read', 'quiz', 'handedIn', 'passed'] as const;
const LAST: Readonly<Record<(typeof STEPS)[number], string>> = {
  started: 'has begun',
  read: 'has read a lesson',
  quiz: 'has mastered a quiz',
  handedIn: 'has handed in a record',
  passed: 'has passed an exercise',
};

const HEIGHT = 28;

/** How far a cohort is, as five bars that fall from begun to passed, with the last in words. One person is a sentence. */
export function Reach({ funnel, people }: { readonly funnel: Funnel; readonly people: number }) {
  if (people === 0) return <span className={styles.quiet}>nobody yet</span>;
  if (people === 1) {
    const last = STEPS.findLast((step) => funnel[step] > 0);
    return <span className={styles.quiet}>{last ? `the one learner ${LAST[last]}` : 'not begun'}</span>;
  }
  return (
    <span className={styles.reach}>
      <svg width="74" height={HEIGHT} aria-hidden="true" focusable="false">
        {STEPS.map((step, index) => {
          const high = Math.max(1, (funnel[step] / people) * HEIGHT);
          return <rect key={step} x={index * 15} y={HEIGHT - high} width="12" height={high} />;
        })}
        <line x1="0" x2="74" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      </svg>
      <span>
        {sayCount(funnel.started)} begun, {sayCount(funnel.passed)} passed
      </span>
    </span>
  );
}
