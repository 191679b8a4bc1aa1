import type { Exercise } from '@/schemas/course';
import { readContentFiles } from '../content-files';
import { loadExercises } from '../load-exercises';

/** The exercises alone, by scenario id: commands that grade need no lesson, and should start quickly. */
export async function readExercises(root: string): Promise<Map<string, Exercise>> {
  const { exercises } = loadExercises(await readContentFiles(root));
  return new Map(exercises.map((exercise) => [exercise.scenario.id, exercise]));
}
