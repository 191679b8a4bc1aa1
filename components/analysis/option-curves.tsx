import { DataTable } from '@/components/ui/data-table';
import type { ItemFigures } from '@/schemas/item-analysis';
import styles from './analysis.module.css';
import { writeFigure } from './estimate-words';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [560, 260, 44, 28, 14, 40];
const x = (fifth: number) => LEFT + (fifth * (WIDTH - LEFT - RIGHT)) / 4;
const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
const FIFTH_WORDS = ['weakest', 'second', 'middle', 'fourth', 'strongest'] as const;

export interface CurveLine {
  readonly id: string;
  /** A letter, so that lines are told apart without colour. */
  readonly letter: string;
  readonly text: string;
  readonly isKey: boolean;
  readonly curve: NonNullable<ItemFigures['curve']>;
}

/** How the share that takes each option changes from the weakest to the strongest fifth; the table beneath says the same. */
export function OptionCurves({
  lines,
  fifths,
}: {
  readonly lines: readonly CurveLine[];
  readonly fifths: readonly number[];
}) {
  return (
    <figure className={styles.curves}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="curves-title">
        <title id="curves-title">
          Share of each fifth that takes each option. The table below holds the same numbers.
        </title>
        {[0, 0.5, 1].map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text className={styles.tick} x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {writeFigure(tick, 'share')}
            </text>
          </g>
        ))}
        {FIFTH_WORDS.map((word, fifth) => (
          <text
            key={word}
            className={styles.tick}
            x={x(fifth)}
            y={HEIGHT - 14}
            textAnchor={fifth === 0 ? 'start' : fifth === 4 ? 'end' : 'middle'}
          >
            {word}
          </text>
        ))}
        {lines.map((line, at) => (
          <Line key={line.id} line={line} dash={at} />
        ))}
      </svg>
      <CurveTable lines={lines} fifths={fifths} />
    </figure>
  );
}

function Line({ line, dash }: { readonly line: CurveLine; readonly dash: number }) {
  const points = line.curve.flatMap((share, fifth) => (share === null ? [] : [{ fifth, share }]));
  return (
    <g className={line.isKey ? styles.keyLine : styles.line}>
      <polyline
        points={points.map(({ fifth, share }) => `${x(fifth)},${y(share)}`).join(' ')}
        strokeDasharray={line.isKey ? undefined : `${3 + 3 * dash} 4`}
      />
      {points.map(({ fifth, share }) => (
        <g key={fifth}>
          <circle cx={x(fifth)} cy={y(share)} r="8.5" />
          <text x={x(fifth)} y={y(share) + 4} textAnchor="middle">
            {line.letter}
          </text>
        </g>
      ))}
    </g>
  );
}

function CurveTable({ lines, fifths }: { readonly lines: readonly CurveLine[]; readonly fifths: readonly number[] }) {
  return (
    <DataTable caption="Share of each fifth of the rest score, weakest to strongest">
      <thead>
        <tr>
          <th scope="col">Option</th>
          {FIFTH_WORDS.map((word, fifth) => (
            <th key={word} scope="col" data-numeric>
              {word} ({fifths[fifth] ?? 0})
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ id, letter, text, isKey, curve }) => (
          <tr key={id}>
            <th scope="row">
              {letter} {isKey ? '(right)' : ''} <span className={styles.optionText}>{text}</span>
            </th>
            {FIFTH_WORDS.map((word, fifth) => {
              const share = curve[fifth] ?? null;
              return (
                <td key={word} data-numeric>
                  {share === null ? 'nobody' : writeFigure(share, 'share')}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
