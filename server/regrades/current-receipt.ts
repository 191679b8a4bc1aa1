import 'server-only';
import { countVariants, varyExercise } from '@/course/vary-exercise';
import type { Course } from '@/schemas/course';
import type { Receipt } from '@/schemas/grade';
import { contentHash } from '../db/json';
import { gradeInThread } from '../grading-thread';

/** What every grade of today rests on. */
export interface CurrentReceipt {
  readonly grader: string;
  readonly calibration: string | undefined;
  /** Content hash of rubric and probes by `scenario variant`. */
  readonly rubrics: ReadonlyMap<string, string>;
  /** All of it in one word. */
  readonly id: string;
}

const known = new WeakMap<Course, Promise<CurrentReceipt>>();

/** Asked of the thread by grading nothing: the grader's data are large, and are loaded there alone. */
async function readReceipt(course: Course): Promise<CurrentReceipt> {
  const [first] = course.exercises;
  if (!first) return { grader: '', calibration: undefined, rubrics: new Map(), id: '' };
  const nothing = { choices: {}, boundary: 'none', explanation: 'Nothing.' } as const;
  const { receipt } = await gradeInThread(first, nothing);
  if (receipt.engine === 'none') throw new Error('the grader did not answer in time');
  const rubrics = new Map(
    course.exercises.flatMap((exercise) =>
      Array.from({ length: countVariants(exercise) }, (_, variant) => {
        return [`${exercise.scenario.id} ${variant}`, varyExercise(exercise, variant).rubricHash] as const;
      }),
    ),
  );
  const { grader, calibration } = receipt;
  return { grader, calibration, rubrics, id: contentHash([grader, calibration, [...rubrics]]) };
}

/** What a grade of today would rest on; worked out once for each loaded course. */
export function currentReceipt(course: Course): Promise<CurrentReceipt> {
  const earlier = known.get(course);
  if (earlier !== undefined) return earlier;
  const read = readReceipt(course);
  known.set(course, read);
  read.catch(() => known.delete(course));
  return read;
}

/** Whether a grade rests on something else than one of today would. */
export function isOutdated(today: CurrentReceipt, scenarioId: string, variant: number, receipt: Receipt): boolean {
  const rubric = today.rubrics.get(`${scenarioId} ${variant}`) ?? today.rubrics.get(`${scenarioId} 0`);
  if (rubric === undefined) return false;
  return (
    receipt.engine === 'none' ||
    receipt.grader !== today.grader ||
    receipt.calibration !== today.calibration ||
    receipt.rubric !== rubric
  );
}
