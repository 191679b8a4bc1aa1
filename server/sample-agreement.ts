import 'server-only';
import { getCourse } from '@/course/course';
import { FEWEST_SAMPLES, measureExerciseInTurns, type SampleAgreement } from '@/course/sample-agreement';
import { selectOptionalExercise } from '@/course/select';
import type { ScenarioId } from '@/schemas/ids';
import type { Actor } from './actor';
import { Forbidden } from './forbidden';
import { logError } from './log';

/** Measurements of one content, by exercise. Another content starts afresh. */
let held: { contentHash: string; agreements: Map<string, Promise<SampleAgreement | null>> } | undefined;

/**
 * How far the grader agrees with the marked samples of an exercise; null where there are too few of them or a sample
 * cannot be graded. Measured when first asked for, once per process and content, an exercise at a time.
 */
export async function selectSampleAgreement(actor: Actor, scenarioId: ScenarioId): Promise<SampleAgreement | null> {
  if (actor.isGuest || actor.teaches.length === 0) throw new Forbidden('read how far the grader agrees with markers');
  const course = await getCourse();
  if (held?.contentHash !== course.contentHash) held = { contentHash: course.contentHash, agreements: new Map() };
  const known = held.agreements.get(scenarioId);
  if (known) return known;
  const exercise = selectOptionalExercise(course, scenarioId);
  if (!exercise || exercise.samples.length < FEWEST_SAMPLES) return null;
  const measured = measureExerciseInTurns(exercise).catch((error: unknown) => {
    logError('agreement-failed', error, { scenarioId });
    return null;
  });
  held.agreements.set(scenarioId, measured);
  return measured;
}
