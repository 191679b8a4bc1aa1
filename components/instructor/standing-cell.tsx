import { percent } from '@/components/result/readings';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { OverviewRow } from '@/schemas/result';
import styles from './overview-table.module.css';

interface StandingCellProps {
  readonly standing: OverviewRow['modules'][number] | undefined;
  /** How many lessons the module has. */
  readonly lessons: number;
}

/** One person in one module: three bars (lessons, quiz, best grade), the best grade as a figure, all of it in words. */
export function StandingCell({ standing, lessons }: StandingCellProps) {
  const { lessonsRead = 0, quizRight = 0, quizTotal = 0, handIns = 0, bestOverall = null } = standing ?? {};
  const isEmpty = lessonsRead + quizRight + handIns === 0;
  const best = bestOverall === null ? 'no grade' : `best ${percent(bestOverall)}`;
  const words = isEmpty
    ? 'not begun'
    : `${lessonsRead} of ${lessons} lessons read, ${quizRight} of ${quizTotal} items right, ${best}, drafts: ${handIns}${standing?.isComplete ? ', complete' : ''}`;
  return (
    <td className={styles.standing} title={words}>
      <VisuallyHidden>{words}</VisuallyHidden>
      <span className={styles.pair} aria-hidden="true">
        {isEmpty ? (
          <span className={styles.nothing}>·</span>
        ) : (
          <>
            <StandingBars
              lessons={shareOf(lessonsRead, lessons)}
              quiz={shareOf(quizRight, quizTotal)}
              best={bestOverall ?? 0}
            />
            <span className={styles.best} data-complete={standing?.isComplete ? '' : undefined}>
              {bestOverall === null ? '–' : Math.round(bestOverall * 100)}
              {standing?.isComplete ? <span className={styles.complete}>●</span> : null}
            </span>
          </>
        )}
      </span>
    </td>
  );
}

const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const HEIGHT = 18;

/** Three bars that fill from below; decoration beside words that say the same. */
export function StandingBars({ lessons, quiz, best }: Readonly<Record<'lessons' | 'quiz' | 'best', number>>) {
  return (
    <svg className={styles.bars} viewBox={`0 0 26 ${HEIGHT}`} width="26" height={HEIGHT} aria-hidden="true">
      <Bar x={0} share={lessons} />
      <Bar x={9} share={quiz} />
      <Bar x={18} share={best} />
    </svg>
  );
}

function Bar({ x, share }: { readonly x: number; readonly share: number }) {
  return (
    <>
      <rect className={styles.trough} x={x} width="7" height={HEIGHT} />
      <rect className={styles.fill} x={x} y={HEIGHT * (1 - share)} width="7" height={HEIGHT * share} />
    </>
  );
}
