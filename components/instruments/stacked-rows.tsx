import { useId } from 'react';
import { type FigureFill, FigurePatterns, figureFill } from './figure-patterns';
import styles from './stacked-rows.module.css';

export interface StackedRow {
  readonly name: string;
  /** The amount in words, at the end of the row’s name. */
  readonly amount: string;
  readonly parts: readonly { readonly value: number; readonly fill: FigureFill }[];
}

interface StackedRowsProps {
  readonly label: string;
  readonly rows: readonly StackedRow[];
  /** What fills the whole width; longer rows are cut there. */
  readonly full: number;
  readonly legend?: readonly { readonly name: string; readonly fill: FigureFill }[];
}

/** Rows of bars on one scale, each with its name and amount in words above it, so that it fits a phone. */
export function StackedRows({ label, rows, full, legend = [] }: StackedRowsProps) {
  const prefix = useId();
  return (
    <figure className={styles.figure} aria-label={label}>
      <svg className={styles.patterns} width="0" height="0" aria-hidden="true">
        <FigurePatterns prefix={prefix} />
      </svg>
      {rows.map((row) => (
        <div key={row.name} className={styles.row}>
          <p className={styles.name}>
            <span>{row.name}</span> <span className={styles.amount}>{row.amount}</span>
          </p>
          <svg width="100%" height="16" aria-hidden="true">
            <Parts row={row} full={full} prefix={prefix} />
          </svg>
        </div>
      ))}
      {legend.length > 0 && (
        <ul className={styles.legend}>
          {legend.map(({ name, fill }) => (
            <li key={name}>
              <svg width="18" height="14" aria-hidden="true">
                <rect className={styles.part} width="18" height="14" fill={figureFill(prefix, fill)} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

interface PartsProps {
  readonly row: StackedRow;
  readonly full: number;
  readonly prefix: string;
}

function Parts({ row, full, prefix }: PartsProps) {
  let from = 0;
  return row.parts.map(({ value, fill }) => {
    const start = from;
    from += value;
    const at = (amount: number) => Math.min(100, (amount / full) * 100);
    return (
      <rect
        key={fill}
        className={styles.part}
        x={`${at(start)}%`}
        width={`${at(from) - at(start)}%`}
        height={16}
        fill={figureFill(prefix, fill)}
      />
    );
  });
}
