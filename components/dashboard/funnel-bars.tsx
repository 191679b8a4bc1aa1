import { FEWEST_FOR_FIGURES } from '@/components/dashboard/fewest';
import { sayCount } from '@/components/ui/say-count';
import type { Funnel } from '@/schemas/dashboard-view';
import styles from './dashboard.module.css';

const STEPS: readonly { readonly key: keyof Funnel; readonly word: string }[] = [
  { key: 'started', word: 'started' },
  { key: 'read', word: 'read a lesson' },
  { key: 'quiz', word: 'mastered a quiz' },
  { key: 'handedIn', word: 'handed in a record' },
  { key: 'passed', word: 'passed an exercise' },
];

/** How many of all got how far; every bar has its number and, from five people on, its share in words. */
export function FunnelBars({ funnel, people }: { readonly funnel: Funnel; readonly people: number }) {
  return (
    <ol className={styles.funnel} aria-label={people === 1 ? 'Of one person' : `Of ${people} people`}>
      {STEPS.map(({ key, word }) => {
        const share = people === 0 ? 0 : funnel[key] / people;
        return (
          <li key={key}>
            <span className={styles.funnelWord}>{word}</span>
            <span className={styles.funnelTrack} aria-hidden="true">
              <span style={{ width: `${share * 100}%` }} />
            </span>
            <span className={styles.funnelNumber}>
              {sayCount(funnel[key])}
              {people < FEWEST_FOR_FIGURES ? null : (
                <span className={styles.muted}> · {Math.round(share * 100)} %</span>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
