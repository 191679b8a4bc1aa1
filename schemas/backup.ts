import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits');

/** First line of a backup: what it is of, and which tables it presupposes. */
export const BackupHeaderSchema = z.strictObject({
  defensible: z.literal('backup'),
  version: z.literal(1).describe('Of the format of backups, not of the course.'),
  app: z.string(),
  takenAt: z.iso.datetime(),
  engine: z.enum(['sqlite', 'postgres']).describe('What it was read from; it can be restored into either.'),
  migrations: z.array(z.string()).min(1),
  hasKey: z.boolean().describe('Whether the key that signs cookies is among the settings in it.'),
  keyPrint: z.string().nullable().describe('Tells one key from another without saying it; null: there was none yet.'),
});
export type BackupHeader = z.infer<typeof BackupHeaderSchema>;

/** Begins the rows of one table; each following line is an array of values in the order of `columns`. */
export const BackupTableSchema = z.strictObject({ table: z.string().min(1), columns: z.array(z.string()).min(1) });
export type BackupTable = z.infer<typeof BackupTableSchema>;

/** How many rows a table has, and a hash of them that does not depend on their order. */
export const TableSumSchema = z.strictObject({ rows: z.int().nonnegative(), sum: hash });
export type TableSum = z.infer<typeof TableSumSchema>;

/** Ends the rows of one table. */
export const BackupTableEndSchema = z.strictObject({ end: z.string().min(1), ...TableSumSchema.shape });

/** Last line: without it a backup was cut off. `sha256` is of all lines before. */
export const BackupEndSchema = z.strictObject({
  backup: z.literal('complete'),
  tables: z.int().nonnegative(),
  rows: z.int().nonnegative(),
  sha256: hash,
});
