import { SAID_SHARE } from '@/grader/self-assessment/brier-score';
import type { CertaintyRow } from '@/grader/self-assessment/certainty-table';
import styles from './calibration.module.css';
import { SAID, share } from './certainty-words';

const [WIDTH, LEFT, RIGHT, ROW, TOP] = [400, 84, 24, 44, 12];
const x = (value: number) => LEFT + value * (WIDTH - LEFT - RIGHT);

/** One row a word: the bar is how often it was right, the upright line what the word stands for. The table says the same. */
export function CertaintyFigure({ rows }: { readonly rows: readonly CertaintyRow[] }) {
  const height = TOP + rows.length * ROW + 28;
  return (
    <svg
      className={styles.figure}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-labelledby="certainty-figure-title"
    >
      <title id="certainty-figure-title">
        Bars: how often you were right for each word. Upright lines: how often the word says you would be. The table
        below holds the same numbers.
      </title>
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={x(tick)} x2={x(tick)} y1={TOP} y2={TOP + rows.length * ROW} />
          <text className={styles.tick} x={x(tick)} y={height - 8} textAnchor="middle">
            {share(tick)}
          </text>
        </g>
      ))}
      {rows.map((row, index) => (
        <Bar key={row.certainty} row={row} y={TOP + index * ROW} />
      ))}
    </svg>
  );
}

function Bar({ row, y }: { readonly row: CertaintyRow; readonly y: number }) {
  const { certainty, share: right, n, reading } = row;
  const said = x(SAID_SHARE[certainty]);
  return (
    <g>
      <text className={styles.word} x={LEFT - 12} y={y + 27} textAnchor="end">
        {SAID[certainty]}
      </text>
      {right === null ? (
        <text className={styles.tick} x={LEFT + 8} y={y + 27}>
          not said yet
        </text>
      ) : (
        <>
          <rect
            className={styles.bar}
            data-early={reading === 'early' ? '' : undefined}
            x={LEFT}
            y={y + 12}
            width={Math.max(2, x(right) - LEFT)}
            height={20}
          />
          <text className={styles.inBar} x={LEFT + 8} y={y + 27}>
            {row.right} of {n}
          </text>
        </>
      )}
      <line className={styles.said} x1={said} x2={said} y1={y + 6} y2={y + 38} />
    </g>
  );
}
