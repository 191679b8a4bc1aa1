import { LevelGlyph } from '@/components/ui/level-mark';
import styles from './attack-board.module.css';
import { type AttackResult, isStopped, type Verdict } from './models/attack-paths';

/** One line an incident: glyph and word for the outcome, what happened, and what stopped it. */
export function AttackBoard({ result }: { readonly result: AttackResult }) {
  return (
    <ul className={styles.board}>
      {result.verdicts.map((verdict) => (
        <li key={verdict.incident.id} className={isStopped(verdict) ? styles.stopped : styles.open}>
          <p className={styles.name}>
            <LevelGlyph level={isStopped(verdict) ? 'full' : 'none'} />
            {verdict.incident.name}, {verdict.incident.when}: {isStopped(verdict) ? 'stopped' : 'open'}
          </p>
          <p className={styles.what}>{verdict.incident.what}</p>
          {isStopped(verdict) && <p className={styles.by}>{stoppers(verdict).join(' · ')}</p>}
        </li>
      ))}
    </ul>
  );
}

function stoppers({ byLanguage, byLibrary, byReview }: Verdict): readonly string[] {
  return [
    ...(byLanguage ? ['Language: would not have compiled'] : []),
    ...(byLibrary ? ['Library: not the C one'] : []),
    ...byReview.map((what) => `Review: ${what}`),
  ];
}
