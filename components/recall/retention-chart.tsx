import { DataTable } from '@/components/ui/data-table';
import { PROMISED_RETENTION, type Retention, type RetentionWeek } from '@/grader/recall/retention';
import styles from './retention-chart.module.css';

const WIDTH = 640;
const HEIGHT = 260;
const LEFT = 48;
const BOTTOM = 44;
const TOP = 16;
const RIGHT = 76;

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const sayWeek = (week: string) => DAY.format(Date.parse(`${week}T00:00:00Z`));
const percent = (share: number) => `${Math.round(share * 100)} %`;

const yOf = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
const xOf = (index: number, count: number) => LEFT + ((index + 0.5) * (WIDTH - LEFT - RIGHT)) / Math.max(count, 1);

/** Weeks longer than this are thinned out on the axis; the table has them all. */
const MOST_LABELS = 8;

/** The share recalled by week with its n, beside the line that was promised; the same figures stand in the table. */
export function RetentionChart({ measured }: { readonly measured: Extract<Retention, { type: 'measured' }> }) {
  const { weeks } = measured;
  return (
    <div className={styles.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summaryOf(measured)}>
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={yOf(share)} y2={yOf(share)} className={styles.grid} />
            <text x={LEFT - 8} y={yOf(share) + 5} textAnchor="end">
              {percent(share)}
            </text>
          </g>
        ))}
        <line
          x1={LEFT}
          x2={WIDTH - RIGHT}
          y1={yOf(PROMISED_RETENTION)}
          y2={yOf(PROMISED_RETENTION)}
          className={styles.promise}
        />
        <text x={WIDTH - RIGHT + 6} y={yOf(PROMISED_RETENTION) + 5}>
          {percent(PROMISED_RETENTION)} aim
        </text>
        <polyline
          className={styles.line}
          points={weeks.map(({ share }, index) => `${xOf(index, weeks.length)},${yOf(share)}`).join(' ')}
        />
        {weeks.map((week, index) => (
          <Point key={week.week} week={week} index={index} count={weeks.length} />
        ))}
      </svg>
      <DataTable caption="Recalled by week">
        <thead>
          <tr>
            <th scope="col">Week of</th>
            <th scope="col" data-numeric>
              Answers
            </th>
            <th scope="col" data-numeric>
              Recalled
            </th>
            <th scope="col" data-numeric>
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, n, recalled, share }) => (
            <tr key={week}>
              <th scope="row">{sayWeek(week)}</th>
              <td data-numeric>{n}</td>
              <td data-numeric>{recalled}</td>
              <td data-numeric>{percent(share)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}

interface PointProps {
  readonly week: RetentionWeek;
  readonly index: number;
  readonly count: number;
}

function Point({ week, index, count }: PointProps) {
  const x = xOf(index, count);
  const isLabelled = index % Math.ceil(count / MOST_LABELS) === 0;
  return (
    <>
      <circle cx={x} cy={yOf(week.share)} r="5" className={styles.point} />
      {isLabelled ? (
        <>
          <text x={x} y={HEIGHT - 24} textAnchor="middle">
            {sayWeek(week.week)}
          </text>
          <text x={x} y={HEIGHT - 6} textAnchor="middle" className={styles.n}>
            n = {week.n}
          </text>
        </>
      ) : null}
    </>
  );
}

function summaryOf({ n, share, weeks }: Extract<Retention, { type: 'measured' }>): string {
  const span = weeks.length === 1 ? 'one week' : `${weeks.length} weeks`;
  return `Over ${span} ${percent(share)} of ${n} answers were recalled; the aim is ${percent(PROMISED_RETENTION)}. The table below has each week.`;
}
