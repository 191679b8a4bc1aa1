import { useId } from 'react';
import styles from './budget-bar.module.css';
import { FigurePatterns, figureFill } from './figure-patterns';
import type { Allowances, Budget, BudgetInput } from './models/latency-budget';

const PARTS = [
  { id: 'network', name: 'network', fill: 'lines' },
  { id: 'sql', name: 'SQL', fill: 'plain' },
  { id: 'code', name: 'your code', fill: 'diagonal' },
  { id: 'collector', name: 'collector', fill: 'dots' },
] as const;

/** Two stacked bars against the target. Widths are percentages and type is pixels, so the text keeps its size on a phone. */
export function BudgetBar({ input, budget }: { readonly input: BudgetInput; readonly budget: Budget }) {
  const prefix = useId();
  const scale = 100 / (Math.max(budget.before, budget.after, input.target) * 1.06);
  const target = `${input.target * scale}%`;
  const isOver = budget.spare < 0;
  return (
    <>
      <svg
        className={styles.figure}
        width="100%"
        height="170"
        role="img"
        aria-label="Allowances as two bars against the target; the sentence below says the same."
      >
        <FigurePatterns prefix={prefix} />
        <Bar prefix={prefix} name="At first" parts={input.allowances} scale={scale} top={24} />
        <Bar prefix={prefix} name="Now" parts={budget.parts} scale={scale} top={90} />
        {isOver && (
          <rect
            className={styles.over}
            x={target}
            y={110}
            width={`${-budget.spare * scale}%`}
            height={34}
            fill={figureFill(prefix, 'alarm')}
          />
        )}
        <line className={styles.target} x1={target} x2={target} y1={0} y2={150} />
        <text className={styles.targetName} x={target} y={166} textAnchor={input.target * scale > 60 ? 'end' : 'start'}>
          target {input.target} ms
        </text>
        {isOver && (
          <text className={styles.overBy} x="100%" y={166} textAnchor="end">
            over by {Math.round(-budget.spare * 10) / 10} ms
          </text>
        )}
      </svg>
      <ul className={styles.legend}>
        {PARTS.map((part) => (
          <li key={part.id}>
            <svg width="18" height="14" aria-hidden="true">
              <rect className={styles.part} width="18" height="14" fill={figureFill(prefix, part.fill)} />
            </svg>
            {part.name} {Math.round(budget.parts[part.id] * 10) / 10} ms
          </li>
        ))}
      </ul>
    </>
  );
}

interface BarProps {
  readonly prefix: string;
  readonly name: string;
  readonly parts: Allowances;
  readonly scale: number;
  readonly top: number;
}

function Bar({ prefix, name, parts, scale, top }: BarProps) {
  const starts = PARTS.map((_, index) => PARTS.slice(0, index).reduce((total, before) => total + parts[before.id], 0));
  const total = PARTS.reduce((sum, part) => sum + parts[part.id], 0);
  return (
    <>
      <text className={styles.name} x="0" y={top + 12}>
        {name}: {Math.round(total * 10) / 10} ms
      </text>
      {PARTS.map((part, index) =>
        parts[part.id] > 0 ? (
          <rect
            key={part.id}
            className={styles.part}
            x={`${(starts[index] ?? 0) * scale}%`}
            y={top + 20}
            width={`${parts[part.id] * scale}%`}
            height={34}
            fill={figureFill(prefix, part.fill)}
          />
        ) : null,
      )}
    </>
  );
}
