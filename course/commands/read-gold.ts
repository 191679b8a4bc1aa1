import { readFile } from 'node:fs/promises';
import { type GoldAnswer, GoldAnswerSchema } from '@/grader/calibration/gold-answer';
import type { Exercise } from '@/schemas/course';

/** A gold answer with the exercise it answers. */
export interface GoldPair {
  readonly answer: GoldAnswer;
  readonly exercise: Exercise;
}

/** Reads labelled answers, one JSON line each. A line that does not fit stops the run: figures must not rest on a part. */
export async function readGold(file: string, exercises: ReadonlyMap<string, Exercise>): Promise<GoldPair[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = GoldAnswerSchema.safeParse(JSON.parse(line));
    if (!parsed.success)
      throw new Error(`${file}, line ${index + 1}: ${parsed.error.issues[0]?.message ?? 'does not fit'}`);
    const exercise = exercises.get(parsed.data.exercise);
    if (!exercise) throw new Error(`${file}, line ${index + 1}: exercise ${parsed.data.exercise} does not exist`);
    return [{ answer: parsed.data, exercise }];
  });
}
