import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { GradedExercise } from '@/grader/graded-exercise';
import { RubricSchema } from '@/schemas/rubric';
import { ScenarioSchema } from '@/schemas/scenario';

const folder = path.join(import.meta.dirname, 'fixture-course/exercises/S01');
const read = (file: string): unknown => parse(readFileSync(path.join(folder, file), 'utf8'));

/** The exercise of the fixture course, for tests of the grader alone. */
export const FIXTURE_EXERCISE: GradedExercise = {
  scenario: ScenarioSchema.parse(read('scenario.yaml')),
  rubric: RubricSchema.parse(read('rubric.yaml')),
  probes: null,
  rubricHash: 'fixture',
};
