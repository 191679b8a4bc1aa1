import 'server-only';
import { createHash } from 'node:crypto';
import type { z } from 'zod';

/** The only two places where a stored structure is written and read. JSON text keeps lone surrogates and key order. */
export function toJson(value: unknown): string {
  return JSON.stringify(value);
}

/** Reads a stored structure through its schema; a row that does not fit is a broken invariant and throws. */
export function fromJson<Schema extends z.ZodType>(text: string, schema: Schema): z.infer<Schema> {
  return schema.parse(JSON.parse(text));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** SHA-256 of a structure, the same whatever the order of its keys. */
export function contentHash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}
