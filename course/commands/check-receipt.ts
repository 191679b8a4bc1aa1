import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Exercise } from '@/schemas/course';
import { ReceiptSchema } from '@/schemas/grade';
import { gradeLine } from './grade-line';

/** A hand-in as in a batch file, with the grade it got. A grade from a later version may hold more than is known here. */
const ReceiptFileSchema = z.union(
  [
    z.object({ grade: z.looseObject({ receipt: z.looseObject(ReceiptSchema.shape) }) }),
    z.object({ receipt: z.looseObject(ReceiptSchema.shape), grade: z.undefined().optional() }),
  ],
  {
    error:
      'expected the hand-in with its grade as it was printed under "grade", or that grade\'s receipt under "receipt"',
  },
);

/** What came of grading again: the same, or which parts differ. */
export type ReceiptCheck = { readonly same: true } | { readonly same: false; readonly changed: readonly string[] };

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How the receipt's fields are called in words; other parts of a grade go by their own names. */
const RECEIPT_NAMES: Fields = {
  'receipt.grader': 'grader version',
  'receipt.rubric': 'rubric and probes',
  'receipt.calibration': 'calibration',
  'receipt.engine': 'engine',
};

/** Entries of a list under their ids, so that a difference names the criterion; lists without ids stay whole. */
function byId(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  const entries = value.map((entry: unknown) => (isFields(entry) ? [entry.id, entry] : [undefined, entry]));
  return entries.every(([id]) => typeof id === 'string') ? Object.fromEntries(entries) : value;
}

/** Names of the parts in which two grades differ, two levels deep. */
function differences(before: unknown, now: unknown, path: readonly string[] = []): string[] {
  if (isDeepStrictEqual(before, now)) return [];
  const [one, other] = [byId(before), byId(now)];
  if (path.length === 2 || !isFields(one) || !isFields(other)) return [path.join('.')];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const parts = keys.flatMap((key) => differences(one[key], other[key], [...path, key]));
  return parts.length > 0 ? parts : [path.join('.')];
}

const printed = (value: object): Fields => Object(JSON.parse(JSON.stringify(value)));

/** What grades stored before feedback had a type do not hold cannot differ either. */
function withoutTypes({ comments: _comments, criteria, ...grade }: Fields): Fields {
  const untyped = (criterion: unknown) => {
    const { type: _type, ...rest } = Object(criterion);
    return rest;
  };
  return { ...grade, criteria: Array.isArray(criteria) ? criteria.map(untyped) : criteria };
}

function readFile(text: string): { grade: Fields } | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `not JSON: ${error instanceof Error ? error.message.slice(0, 160) : 'it does not parse'}` };
  }
  const parsed = ReceiptFileSchema.safeParse(value);
  if (!parsed.success) return { problem: parsed.error.issues[0]?.message ?? 'it holds no grade' };
  const { grade, receipt } = { receipt: undefined, ...parsed.data };
  return { grade: grade ?? { receipt } };
}

/**
 * Grades the hand-in of a receipt file again and compares: every field of the grade, or of the receipt where the file
 * holds no more. The caller's `id` is no part of a grade. What cannot be compared comes back as a sentence.
 */
export function checkReceipt(
  text: string,
  exercises: ReadonlyMap<string, Exercise>,
): ReceiptCheck | { readonly problem: string } {
  const file = readFile(text);
  if ('problem' in file) return file;
  const result = gradeLine(text, exercises);
  if ('error' in result) return { problem: `${result.error.path || 'the hand-in'}: ${result.error.message}` };
  const { id: _given, ...before } = file.grade;
  const { id: _now, ...printedNow } = printed(result);
  const regraded = 'comments' in before ? printedNow : withoutTypes(printedNow);
  const now = Object.keys(before).length === 1 ? { receipt: regraded.receipt } : regraded;
  const changed = differences(before, now).map((part) => String(RECEIPT_NAMES[part] ?? part));
  return changed.length === 0 ? { same: true } : { same: false, changed };
}
