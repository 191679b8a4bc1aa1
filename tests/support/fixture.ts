import { join } from 'node:path';
import { loadCourse } from '@/course/load-course';
import type { Course, Exercise } from '@/schemas/course';
import { ItemIdSchema, LessonIdSchema, ScenarioIdSchema } from '@/schemas/ids';
import type { HandIn } from '@/schemas/scenario';
import { HandInSchema } from '@/schemas/scenario';

/** Names of the tiny course in tests/support/fixture-course, so that editing a real lesson breaks no test of the server. */
export const LESSON = LessonIdSchema.parse('one');
export const SCENARIO = ScenarioIdSchema.parse('S01');
export const UNKNOWN_SCENARIO = ScenarioIdSchema.parse('S99');
export const FIRST_ITEM = ItemIdSchema.parse('one-budget');
export const SECOND_ITEM = ItemIdSchema.parse('one-left');

/** Makes `course` the course of this process; without one, the fixture course. */
export async function teach(course?: Course): Promise<Course> {
  const taught = course ?? (await loadCourse(join(import.meta.dirname, 'fixture-course'))).course;
  globalThis.defensibleCourse = async () => taught;
  return taught;
}

/** The same course with an exercise that makes the grader throw, as damaged content would. */
export function withBrokenExercise(course: Course): Course {
  const broken = course.exercises.map((exercise): Exercise => {
    const scenario = { ...exercise.scenario };
    Object.defineProperty(scenario, 'boundary', {
      get() {
        throw new Error('this scenario cannot be graded');
      },
    });
    return { ...exercise, scenario };
  });
  return { ...course, exercises: broken };
}

/** A whole hand-in for the fixture scenario. */
export function handInOf(explanation = 'We keep Go: four of six people know it, and the date cannot move.'): HandIn {
  return HandInSchema.parse({ choices: { 'http-api': 'go' }, boundary: 'none', explanation });
}
