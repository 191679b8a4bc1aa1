import { z } from 'zod';
import { gradeHandIn } from '@/grader/grade-hand-in';
import type { Exercise } from '@/schemas/course';
import { BoundarySchema, ChoiceSchema, type PartialHandIn } from '@/schemas/scenario';

/** The longest explanation that is graded, in UTF-16 code units. */
const LONGEST = 20_000;

/** Further fields are ignored; what these hold is checked one by one, so that each mistake gets its own code. */
const LineSchema = z.object({
  id: z.unknown().optional(),
  exercise: z.unknown().optional(),
  choices: z.record(z.string(), z.unknown()).nullish(),
  boundary: z.unknown().optional(),
  explanation: z.unknown().optional(),
});
type Line = z.infer<typeof LineSchema>;

type ErrorCode =
  | 'bad-json'
  | 'bad-choices'
  | 'unknown-exercise'
  | 'unknown-component'
  | 'unknown-option'
  | 'unknown-boundary'
  | 'bad-explanation'
  | 'too-long';

/** Why a line is not graded. */
export interface LineError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly path: string;
}

const refuse = (code: ErrorCode, path: string, message: string): LineError => ({ code, message, path });

const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

function choiceError(choices: Readonly<Record<string, unknown>>, exercise: Exercise): LineError | null {
  const known = exercise.scenario.components.map((component) => component.id);
  for (const [component, choice] of Object.entries(choices)) {
    const path = `choices.${component}`;
    if (!known.some((id) => id === component))
      return refuse(
        'unknown-component',
        path,
        `${exercise.scenario.id} has no component ${shown(component)}; it has ${known.join(', ')}`,
      );
    if (choice !== null && !ChoiceSchema.safeParse(choice).success)
      return refuse(
        'unknown-option',
        path,
        `${shown(choice)} is no choice; expected one of ${ChoiceSchema.options.join(', ')}`,
      );
  }
  return null;
}

function explanationError(explanation: unknown): LineError | null {
  if (explanation === undefined) return null;
  if (typeof explanation !== 'string')
    return refuse('bad-explanation', 'explanation', `expected a text, got ${shown(explanation)}`);
  if (explanation.length > LONGEST)
    return refuse('too-long', 'explanation', `${explanation.length} characters; at most ${LONGEST} are graded`);
  return null;
}

function lineError(line: Line, exercise: Exercise): LineError | null {
  const hasBoundary = line.boundary !== undefined && line.boundary !== null;
  if (hasBoundary && !BoundarySchema.safeParse(line.boundary).success)
    return refuse(
      'unknown-boundary',
      'boundary',
      `${shown(line.boundary)} is no boundary; expected one of ${BoundarySchema.options.join(', ')}`,
    );
  return choiceError(line.choices ?? {}, exercise) ?? explanationError(line.explanation);
}

/** Only called for a line without error: what does not fit by now is a hole. */
function toHandIn(line: Line): PartialHandIn {
  const boundary = BoundarySchema.safeParse(line.boundary);
  const choices = Object.entries(line.choices ?? {}).flatMap(([component, choice]) => {
    const parsed = ChoiceSchema.safeParse(choice);
    return parsed.success ? [[component, parsed.data] as const] : [];
  });
  return {
    choices: Object.fromEntries(choices),
    ...(boundary.success ? { boundary: boundary.data } : {}),
    explanation: typeof line.explanation === 'string' ? line.explanation : '',
  };
}

function parseLine(text: string): { line: Line } | { id: unknown; error: LineError } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it does not parse';
    return { id: null, error: refuse('bad-json', '', `not JSON: ${reason.slice(0, 160)}`) };
  }
  const parsed = LineSchema.safeParse(value);
  if (parsed.success) return { line: parsed.data };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, error: refuse('bad-json', '', 'expected one JSON object on the line') };
  const id = 'id' in value ? value.id : null;
  return { id, error: refuse('bad-choices', 'choices', 'expected an object from component ids to choices') };
}

/** Grades one line of a batch file. The result is what is printed for it: a grade or, in its place, an error. */
export function gradeLine(text: string, exercises: ReadonlyMap<string, Exercise>) {
  const parsed = parseLine(text);
  if ('error' in parsed) return parsed;
  const { line } = parsed;
  const id = line.id ?? null;
  const exercise = typeof line.exercise === 'string' ? exercises.get(line.exercise) : undefined;
  if (!exercise) {
    const known = [...exercises.keys()].join(', ');
    return {
      id,
      error: refuse('unknown-exercise', 'exercise', `no exercise ${shown(line.exercise)}; there are ${known}`),
    };
  }
  const error = lineError(line, exercise);
  return error ? { id, error } : { id, ...gradeHandIn(exercise, toHandIn(line)) };
}
