import { useId } from 'react';
import { LevelGlyph } from '@/components/ui/level-mark';
import { FigurePatterns, figureFill } from './figure-patterns';
import type { TeamPlan } from './models/team-planner';
import styles from './ready-months.module.css';

interface ReadyMonthsProps {
  readonly plan: TeamPlan;
  readonly rota: number;
  readonly people: number;
  readonly state: string;
}

const HEIGHT = 150;
const KEYS = [
  { name: 'enough people', fill: 'plain' },
  { name: 'too few', fill: 'alarm' },
] as const;

/** A column for each month: who could be paged, hatched where the rota is too thin. */
export function ReadyMonths({ plan, rota, people, state }: ReadyMonthsProps) {
  const prefix = useId();
  const top = Math.max(people, rota) * 1.1;
  const y = (count: number) => HEIGHT - (count / top) * HEIGHT;
  const width = 100 / plan.ready.length;
  const columns = plan.ready.map((count, month) => ({ count, month }));
  const level = plan.months === null ? 'none' : 'full';
  return (
    <>
      <svg
        className={styles.figure}
        width="100%"
        height={HEIGHT + 24}
        role="img"
        aria-label="People who can be paged, month by month, against the rota; the sentence below says the main of it."
      >
        <FigurePatterns prefix={prefix} />
        {columns.map(({ count, month }) => (
          <rect
            key={month}
            className={styles.column}
            x={`${month * width}%`}
            width={`${width * 0.86}%`}
            y={y(count)}
            height={HEIGHT - y(count)}
            fill={figureFill(prefix, count < rota ? 'alarm' : 'plain')}
          />
        ))}
        <line className={styles.rota} x1="0" x2="100%" y1={y(rota)} y2={y(rota)} />
        <text className={styles.axis} x="0" y={HEIGHT + 18}>
          today
        </text>
        <text className={styles.axis} x={`${12 * width}%`} y={HEIGHT + 18}>
          month 12
        </text>
        <text className={styles.axis} x="100%" y={HEIGHT + 18} textAnchor="end">
          month 36
        </text>
      </svg>
      <Legend prefix={prefix} rota={rota} />
      <p className={`${styles.state} ${styles[level]}`}>
        <LevelGlyph level={level} /> {state}
      </p>
    </>
  );
}

function Legend({ prefix, rota }: { readonly prefix: string; readonly rota: number }) {
  return (
    <ul className={styles.legend}>
      <li>
        <svg width="26" height="14" aria-hidden="true">
          <line className={styles.rota} x1="0" x2="26" y1="7" y2="7" />
        </svg>
        the rota needs {rota}
      </li>
      {KEYS.map(({ name, fill }) => (
        <li key={name}>
          <svg width="18" height="14" aria-hidden="true">
            <rect className={styles.column} width="18" height="14" fill={figureFill(prefix, fill)} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
