import { HatchPatterns, hatchFill } from '@/components/ui/hatch-patterns';
import styles from './flip-figure.module.css';
import {
  ANSWER_CHOICE,
  ANSWER_WORD,
  BUDGETS_MS,
  collectorPressure,
  HEAPS_GB,
  type Sketch,
  type SketchAnswer,
  sketchAnswer,
} from './sketch-decision';

const CELL = { width: 56, height: 44 } as const;
const LEFT = 52;
const TOP = 6;
const WIDTH = LEFT + BUDGETS_MS.length * CELL.width + 4;
const HEIGHT = TOP + HEAPS_GB.length * CELL.height + 46;

const x = (column: number) => LEFT + column * CELL.width;
const y = (row: number) => TOP + (HEAPS_GB.length - 1 - row) * CELL.height;

/** Each answer's word, on the cell of its region that lies nearest to the region's middle. */
function regionLabels(sketch: Sketch): { answer: SketchAnswer; column: number; row: number }[] {
  const cells = HEAPS_GB.flatMap((heapGb, row) =>
    BUDGETS_MS.map((budgetMs, column) => ({ answer: sketchAnswer({ ...sketch, heapGb, budgetMs }), column, row })),
  );
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [...new Set(cells.map((cell) => cell.answer))].flatMap((answer) => {
    const region = cells.filter((cell) => cell.answer === answer);
    const middle = { column: mean(region.map((cell) => cell.column)), row: mean(region.map((cell) => cell.row)) };
    const distance = (cell: { column: number; row: number }) =>
      Math.hypot(cell.column - middle.column, cell.row - middle.row);
    // The frame must not cross a word: a cell beside it in the same row will not do.
    const isClear = (cell: { column: number; row: number }) =>
      HEAPS_GB[cell.row] !== sketch.heapGb || Math.abs(cell.column - BUDGETS_MS.indexOf(sketch.budgetMs)) > 1;
    const nearest = region.filter(isClear).toSorted((one, other) => distance(one) - distance(other))[0];
    return nearest ? [nearest] : [];
  });
}

/** Cells in which the rule asks for a measurement, whoever the team is. */
const MEASURED = HEAPS_GB.flatMap((heapGb, row) =>
  BUDGETS_MS.flatMap((budgetMs, column) =>
    collectorPressure({ heapGb, budgetMs }) === 'measure' ? [{ column, row }] : [],
  ),
);

interface FlipMapProps {
  readonly sketch: Sketch;
  readonly prefix: string;
  readonly onMove: (place: Pick<Sketch, 'budgetMs' | 'heapGb'>) => void;
}

/** Every tail budget against every live heap, filled with the answer for this team; the frame shows where we stand. */
export function FlipMap({ sketch, prefix, onMove }: FlipMapProps) {
  const here = { column: BUDGETS_MS.indexOf(sketch.budgetMs), row: HEAPS_GB.indexOf(sketch.heapGb) };
  const label = `Map of answers for this team: ${ANSWER_WORD[sketchAnswer(sketch)]} at ${sketch.heapGb} GB and ${sketch.budgetMs} ms. The table below holds every cell.`;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <HatchPatterns prefix={prefix} />
      {HEAPS_GB.map((heapGb, row) => (
        <g key={heapGb}>
          <text className={styles.tick} x={LEFT - 8} y={y(row) + CELL.height / 2 + 4} textAnchor="end">
            {heapGb}
          </text>
          {BUDGETS_MS.map((budgetMs, column) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the two sliders do the same by keyboard
            <rect
              key={budgetMs}
              className={styles.cell}
              x={x(column)}
              y={y(row)}
              width={CELL.width}
              height={CELL.height}
              fill={hatchFill(prefix, ANSWER_CHOICE[sketchAnswer({ ...sketch, heapGb, budgetMs })])}
              onClick={() => onMove({ budgetMs, heapGb })}
            />
          ))}
        </g>
      ))}
      {BUDGETS_MS.map((budgetMs, column) => (
        <text
          key={budgetMs}
          className={styles.tick}
          x={x(column) + CELL.width / 2}
          y={y(0) + CELL.height + 16}
          textAnchor="middle"
        >
          {budgetMs}
        </text>
      ))}
      <text className={styles.axis} x={LEFT} y={HEIGHT - 6}>
        p99.9 budget in ms. ? is close enough to measure first
      </text>
      <text className={styles.axis} transform={`translate(12 ${y(0) + CELL.height}) rotate(-90)`}>
        Live heap in GB
      </text>
      {MEASURED.map(({ column, row }) => (
        <text
          key={`${column}-${row}`}
          className={styles.measure}
          x={x(column) + CELL.width - 7}
          y={y(row) + 16}
          textAnchor="end"
        >
          ?
        </text>
      ))}
      {regionLabels(sketch).map(({ answer, column, row }) => (
        <text
          key={answer}
          className={styles.region}
          x={Math.min(x(column) + CELL.width / 2, WIDTH - 44)}
          y={y(row) + CELL.height / 2 + 5}
          textAnchor="middle"
        >
          {ANSWER_WORD[answer]}
        </text>
      ))}
      <rect
        className={styles.here}
        width={CELL.width - 4}
        height={CELL.height - 4}
        rx="3"
        style={{ transform: `translate(${x(here.column) + 2}px, ${y(here.row) + 2}px)` }}
      />
    </svg>
  );
}
