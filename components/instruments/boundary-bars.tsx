import { useId } from 'react';
import styles from './boundary-bars.module.css';
import { type FigureFill, FigurePatterns, figureFill } from './figure-patterns';
import type { BoundaryCost } from './models/boundary-cost';

const ROW = 46;
const PARTS = [
  { id: 'crossingCores', name: 'crossing', fill: 'diagonal' },
  { id: 'copyingCores', name: 'copying bytes', fill: 'plain' },
  { id: 'formatCores', name: 'translating to JSON and back', fill: 'lines' },
] as const satisfies readonly { id: keyof BoundaryCost; name: string; fill: FigureFill }[];

interface BoundaryBarsProps {
  readonly costs: readonly BoundaryCost[];
  readonly label: (cost: BoundaryCost) => string;
}

/**
 * One bar a boundary, in cores, all on one scale. The widest decides the scale, but never less than one core.
 * Names come last, so that the line of one core does not run through them.
 */
export function BoundaryBars({ costs, label }: BoundaryBarsProps) {
  const prefix = useId();
  const scale = 100 / (Math.max(1, ...costs.map((cost) => cost.cores)) * 1.06);
  const height = costs.length * ROW;
  return (
    <>
      <svg
        className={styles.figure}
        width="100%"
        height={height + 22}
        role="img"
        aria-label="Cores spent at each boundary; the table and the sentence below say the same."
      >
        <FigurePatterns prefix={prefix} />
        {costs.map((cost, index) => (
          <Bar key={cost.boundary.id} prefix={prefix} cost={cost} scale={scale} top={index * ROW} />
        ))}
        <line className={styles.core} x1={`${scale}%`} x2={`${scale}%`} y1={0} y2={height + 2} />
        {costs.map((cost, index) => (
          <text key={cost.boundary.id} className={styles.name} x="0" y={index * ROW + 13}>
            {label(cost)}
          </text>
        ))}
        <text className={styles.coreName} x={`${scale}%`} y={height + 18} textAnchor={scale > 60 ? 'end' : 'start'}>
          one core
        </text>
      </svg>
      <ul className={styles.legend}>
        {PARTS.map((part) => (
          <li key={part.id}>
            <svg width="18" height="14" aria-hidden="true">
              <rect className={styles.part} width="18" height="14" fill={figureFill(prefix, part.fill)} />
            </svg>
            {part.name}
          </li>
        ))}
      </ul>
    </>
  );
}

interface BarProps {
  readonly prefix: string;
  readonly cost: BoundaryCost;
  readonly scale: number;
  readonly top: number;
}

function Bar({ prefix, cost, scale, top }: BarProps) {
  const starts = PARTS.map((_, index) => PARTS.slice(0, index).reduce((sum, before) => sum + cost[before.id], 0));
  return PARTS.map((part, index) =>
    cost[part.id] > 0 ? (
      <rect
        key={part.id}
        className={styles.part}
        x={`${(starts[index] ?? 0) * scale}%`}
        y={top + 18}
        width={`${cost[part.id] * scale}%`}
        height={20}
        fill={figureFill(prefix, part.fill)}
      />
    ) : null,
  );
}
