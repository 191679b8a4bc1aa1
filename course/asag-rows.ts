import { z } from 'zod';
import type { GradedRow, MatcherRow } from '@/grader/matching/matcher-row';

/** What may be read of a row that is to be judged: nothing that says how it was graded. */
const RowSchema = z.object({
  dataset: z.string().catch(''),
  question: z.string().catch(''),
  reference_answers: z.array(z.unknown()),
  reference_grades: z.array(z.unknown()).catch([]),
  answer: z.string(),
});

const GradeSchema = z.object({
  score: z.number().min(0).max(1).nullable().catch(null),
  label2: z.string().nullable().catch(null),
});

/** Longer texts are cut: comparing takes time that grows with the product of both lengths. */
const LONGEST = 8_000;

function toJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const PASS_MARK = 0.75;

function toRow(value: unknown): MatcherRow | null {
  const row = RowSchema.safeParse(value).data;
  if (!row) return null;
  const references = row.reference_answers
    .map((text, at) => ({ text, grade: row.reference_grades[at] }))
    .flatMap(({ text, grade }) =>
      typeof text === 'string' && text.trim() !== ''
        ? [{ text: text.slice(0, LONGEST), grade: typeof grade === 'string' ? grade : null }]
        : [],
    );
  if (references.length === 0) return null;
  return {
    dataset: row.dataset,
    question: row.question.slice(0, LONGEST),
    references: references.map(({ text }) => text),
    referenceGrades: references.map(({ grade }) => grade),
    answer: row.answer.slice(0, LONGEST),
  };
}

/** A row to be judged, null where a line holds none. Reads no grade. */
export const readRow = (line: string): MatcherRow | null => toRow(toJson(line));

function toGrade(value: unknown): { score: number; isCorrect: boolean } | null {
  const grade = GradeSchema.safeParse(value).data;
  if (!grade) return null;
  const { score, label2 } = grade;
  if (label2 !== null) return { score: score ?? (label2 === 'correct' ? 1 : 0), isCorrect: label2 === 'correct' };
  if (score !== null) return { score, isCorrect: score >= PASS_MARK };
  return null;
}

/** A graded row; null where the line lacks a row or a grade. */
export function readGradedRow(line: string): GradedRow | null {
  const value = toJson(line);
  const row = toRow(value);
  const grade = toGrade(value);
  if (!row || !grade) return null;
  return { ...row, ...grade };
}

/** An attempt to fool a grader, or an honest answer in disguise: what kind, and what has to happen. */
export interface Attempt {
  readonly row: MatcherRow;
  readonly type: string;
  readonly expected: string;
}

/** Reads an attempt; null where the line holds none. */
export function readAttempt(line: string): Attempt | null {
  const value = toJson(line);
  const kind = z.object({ type: z.string(), expected: z.string() }).safeParse(value).data;
  const row = toRow(value);
  return kind && row ? { row, ...kind } : null;
}

/** Lines of a file's text: a BOM is dropped, and a newline at the end does not begin another line. */
export function splitLines(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
