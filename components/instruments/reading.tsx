import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/data-table';
import styles from './reading.module.css';

export interface TableData {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Heads of the columns that hold words and not amounts. */
  readonly words?: readonly string[];
}

interface ReadingProps {
  readonly isTable: boolean;
  readonly table: TableData;
  /** One or two sentences: what the figure shows now. Announced politely when it changes. */
  readonly summary: string;
  readonly children: ReactNode;
}

/** The same facts as a figure or as a table, and in either case as a sentence. */
export function Reading({ isTable, table, summary, children }: ReadingProps) {
  return (
    <>
      {isTable ? <ValuesTable table={table} /> : children}
      <p className={styles.summary} role="status">
        {summary}
      </p>
    </>
  );
}

function ValuesTable({ table: { caption, head, rows, words = [] } }: { readonly table: TableData }) {
  const isNumeric = (column: number) => (column > 0 && !words.includes(head[column] ?? '')) || undefined;
  return (
    <div className={styles.values}>
      <DataTable caption={caption}>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={cell} scope="col" data-numeric={isNumeric(column)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns of one table never reorder
                <td key={index} data-numeric={isNumeric(index + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  );
}
