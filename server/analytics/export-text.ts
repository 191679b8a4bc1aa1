import 'server-only';
import { writeCsv } from '@/grader/csv/write-csv';
import type { CohortExportQuery } from '@/schemas/dashboard';
import type { Cell } from './export-rows';

export type ExportFormat = CohortExportQuery['format'];

/** A part of a file, ready to be sent: bytes go from one thread to another without being copied. */
export interface TextPart {
  /** Empty where no row is left. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where the next part goes on; null after the last. */
  readonly next: string | null;
}

/** These records as rows of CSV, or as JSON with a comma between two of them and none at either end. */
export function toTextPart<Row extends object>(
  records: readonly Row[],
  toRow: (row: Row) => readonly Cell[],
  format: ExportFormat,
  next: string | null,
): TextPart {
  // Only the file as a whole begins with a byte order mark.
  const text =
    format === 'csv' ? writeCsv(records.map(toRow)).slice(1) : records.map((row) => JSON.stringify(row)).join(',\n');
  return { bytes: new TextEncoder().encode(text), next };
}
