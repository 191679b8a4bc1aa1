import 'server-only';
import { selectOptionalExercise, selectOptionalMisconception } from '@/course/select';
import type { Course } from '@/schemas/course';

/** A belief in words for staff, and the answer to it. */
export interface Statement {
  readonly id: string;
  readonly statement: string;
  readonly answer: string;
}

const TEMPTING = /^(s\d{2})-tempting$/;

/** A misconception of the library, or the tempting answer of one scenario (`s01-tempting`); null for anything else. */
export function selectStatement(course: Course, id: string): Statement | null {
  const known = selectOptionalMisconception(course, id);
  if (known) return { id: known.id, statement: known.statement, answer: known.answer };
  const scenarioId = TEMPTING.exec(id)?.[1]?.toUpperCase();
  const exercise = scenarioId === undefined ? null : selectOptionalExercise(course, scenarioId);
  if (!exercise) return null;
  const { misconception, why_it_fails: answer } = exercise.scenario.tempting_wrong;
  return { id, statement: `${exercise.scenario.title}: ${misconception}`, answer };
}
