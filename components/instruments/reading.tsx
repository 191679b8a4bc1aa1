import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/data-table';
import styles from './reading.module.css';

export interface TableData {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
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

function ValuesTable({ table }: { readonly table: TableData }) {
  return (
    <DataTable caption={table.caption}>
      <thead>
        <tr>
          {table.head.map((cell, column) => (
            <th key={cell} scope="col" data-numeric={column > 0 || undefined}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of one table never reorder
              <td key={column} data-numeric>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
