import 'server-only';
import { getCourse } from '@/course/course';
import type { DecisionFeedback } from '@/grader/studio/feedback';
import { type Beliefs, prepareBeliefs } from '@/grader/studio/find-beliefs';
import { giveFeedback } from '@/grader/studio/give-feedback';
import type { Course } from '@/schemas/course';
import type { DecisionId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { selectDecision } from './decisions';

/** Reading the statements costs a moment, and they stay the same as long as the course does. */
const prepared = new WeakMap<Course, Beliefs>();

/** Statements come from the exercises' probes and stay here; only the public wording of a belief goes out. */
async function beliefsOfCourse(): Promise<Beliefs> {
  const course = await getCourse();
  const known = prepared.get(course);
  if (known) return known;
  const statements = course.exercises.flatMap(({ probes }) => probes?.misconceptions ?? []);
  const beliefs = prepareBeliefs(course.misconceptions, statements);
  prepared.set(course, beliefs);
  return beliefs;
}

/** Feedback on one's own decision as it is stored, with the version that was read; null for an unknown one. */
export async function selectDecisionFeedback(
  actor: Actor,
  id: DecisionId,
): Promise<{ readonly version: number; readonly feedback: DecisionFeedback } | null> {
  const decision = await selectDecision(actor, id);
  if (!decision) return null;
  return { version: decision.version, feedback: giveFeedback(decision.record, await beliefsOfCourse()) };
}
