import 'server-only';

/** One value of a row as a backup holds it: the same for both engines. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

export interface ColumnShape {
  readonly name: string;
  /** What the engine calls its type, in small letters. */
  readonly type: string;
}

export interface TableShape {
  readonly name: string;
  /** In order of their names, so that the order in which migrations added them does not matter. */
  readonly columns: readonly ColumnShape[];
}

const asInstant = (value: string | number | Date): string => {
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? String(value) : time.toISOString();
};

/** A stored value as a backup holds it: instants as ISO text, truth as 0 or 1; everything else is alike on both engines. */
export function toCell(value: unknown, type: string): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return asInstant(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (type === 'date' && (typeof value === 'string' || typeof value === 'number')) return asInstant(value);
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`a backup cannot hold a ${typeof value} of type ${type}`);
}

/** What a PostgreSQL column of that type takes for a cell. SQLite takes cells as they are. */
export const toPostgres = (cell: Cell, type: string): Cell | boolean =>
  type === 'bool' && cell !== null ? cell === 1 : cell;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Kysely's own tables say which migrations ran and are written by running them. */
export const isOwnTable = (name: string): boolean => !name.startsWith('kysely_') && !name.startsWith('sqlite_');

/** All rows of a database as they stand at one instant, whatever is written meanwhile. */
export interface Source {
  readonly engine: 'sqlite' | 'postgres';
  readonly tables: readonly TableShape[];
  /** Names of the migrations that have run, in order. */
  readonly migrations: readonly string[];
  /** In slices, so that the rows of a large table never lie in memory together. */
  rows(table: TableShape): AsyncGenerator<readonly Row[]>;
  close(): Promise<void>;
}

/** A database under construction, out of everybody's sight until `putInPlace`. */
export interface Target {
  readonly tables: readonly TableShape[];
  insert(table: TableShape, rows: readonly Row[]): Promise<void>;
  /** After the last row: checks references and makes it readable by `written`. */
  finish(): Promise<void>;
  /** What can be read back, to be compared with what was to be written. */
  written(): Promise<Pick<Source, 'tables' | 'rows'>>;
  /** Brings the tables up to date, exchanges old for new in one step, and says what ran and where the old database lies. */
  putInPlace(): Promise<{ readonly migrations: readonly string[]; readonly aside: string | null }>;
  /** Takes away what was begun. The old database was never touched. */
  abandon(): Promise<void>;
}

export interface TargetOptions {
  /** The migrations that the rows presuppose. */
  readonly upTo: string;
  /** Sets aside what is there. Without it only an empty database is filled. */
  readonly replace: boolean;
  /** Names what is set aside, such as 20261122_080000. */
  readonly stamp: string;
}
