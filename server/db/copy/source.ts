import 'server-only';
import type { TableSum } from '@/schemas/backup';
import type { DatabaseAddress } from '../open-database';
import { openPostgresSource } from './postgres-source';
import { RowSum } from './row-sum';
import type { Source } from './shapes';
import { openSqliteSource } from './sqlite-source';

/** `alone`: refuses where another program has the database open, and keeps others out until it is closed. */
export function openSource(address: DatabaseAddress, { alone }: { readonly alone: boolean }): Promise<Source> {
  return address.engine === 'sqlite' ? openSqliteSource(address, alone) : openPostgresSource(address.url, alone);
}

/** The sum of every table. */
export async function sumTables(source: Pick<Source, 'tables' | 'rows'>): Promise<Map<string, TableSum>> {
  const sums = new Map<string, TableSum>();
  for (const table of source.tables) {
    const sum = new RowSum();
    for await (const slice of source.rows(table)) for (const row of slice) sum.add(JSON.stringify(row));
    sums.set(table.name, sum.total());
  }
  return sums;
}
