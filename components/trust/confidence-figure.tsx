import styles from '@/components/analysis/analysis.module.css';
import { writeFigure } from '@/components/analysis/estimate-words';
import { Figure } from '@/components/analysis/figure';
import { DataTable } from '@/components/ui/data-table';
import type { MarkedGroup } from '@/schemas/trust';

const [SIZE, LEFT, TOP, BOTTOM] = [360, 44, 12, 40];
const x = (share: number) => LEFT + share * (SIZE - LEFT - 16);
const y = (share: number) => TOP + (1 - share) * (SIZE - TOP - BOTTOM);

/** What the grader said against what came true: on the line it is as right as it says. The table says the same. */
export function ConfidenceFigure({ id, bins }: { readonly id: string; readonly bins: MarkedGroup['bins'] }) {
  return (
    <>
      <svg className={styles.bins} viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-labelledby={id}>
        <title id={id}>
          Confidence against how often the level was the same. On the dashed line the grader is as right as it says it
          is. The table below holds the same numbers.
        </title>
        {[0, 0.5, 1].map((tick) => (
          <g key={tick}>
            <line className={styles.grid} x1={LEFT} x2={SIZE - 16} y1={y(tick)} y2={y(tick)} />
            <text className={styles.tick} x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {writeFigure(tick, 'share')}
            </text>
            <text className={styles.tick} x={x(tick)} y={SIZE - 14} textAnchor={tick === 1 ? 'end' : 'middle'}>
              {writeFigure(tick, 'share')}
            </text>
          </g>
        ))}
        <line className={styles.diagonal} x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
        {bins.map(({ from, said, share }) =>
          share.type === 'estimate' ? (
            <g key={from}>
              <line className={styles.reach} x1={x(said)} x2={x(said)} y1={y(share.low ?? 0)} y2={y(share.high ?? 1)} />
              <circle className={styles.bin} cx={x(said)} cy={y(share.value)} r="6" />
            </g>
          ) : null,
        )}
      </svg>
      <DataTable caption="How sure the grader said it was, and how often its level was the same">
        <thead>
          <tr>
            <th scope="col">Confidence</th>
            <th scope="col" data-numeric>
              Criteria
            </th>
            <th scope="col" data-numeric>
              Said on average
            </th>
            <th scope="col" data-numeric>
              Same level
            </th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ from, to, n, said, share }) => (
            <tr key={from}>
              <th scope="row">
                {writeFigure(from, 'share')} to {writeFigure(to, 'share')}
              </th>
              <td data-numeric>{n}</td>
              <td data-numeric>{writeFigure(said, 'share')}</td>
              <td data-numeric>
                <Figure estimate={share} style="share" />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
