import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { strengthsOf } from '@/grader/strengths';
import { ScenarioIdSchema } from '@/schemas/ids';
import type { CourseProgress, DraftUnderWay, Strength } from '@/schemas/progress';
import { PartialHandInSchema } from '@/schemas/scenario';
import type { Actor } from './actor';
import { database } from './db/database';
import { fromJson } from './db/json';

/** How the objectives stand that this learner has answered items about, the weakest first. */
export async function selectStrengths(actor: Actor | null): Promise<readonly Strength[]> {
  if (!actor) return [];
  const course = await getCourse();
  const rows = await database()
    .selectFrom('learner_items')
    .select(['itemId', 'isCorrect'])
    .where('learnerId', '=', actor.learnerId)
    .execute();
  const lessons = course.lessons.map(({ lesson, quiz }) => ({
    id: lesson.id,
    objectives: lesson.objectives,
    items: quiz.items.map(({ id, objectives }) => ({ id, objectives })),
  }));
  return strengthsOf(lessons, Object.fromEntries(rows.map(({ itemId, isCorrect }) => [itemId, isCorrect === 1])));
}

/** The drafts that `progress` calls under way (changed since they were last handed in), newest first. */
export async function selectDraftsUnderWay(
  actor: Actor | null,
  progress: Pick<CourseProgress, 'exercises'>,
): Promise<readonly DraftUnderWay[]> {
  const open = progress.exercises
    .filter(({ draftSavedAt }) => draftSavedAt !== null)
    .map(({ scenarioId }) => scenarioId);
  if (!actor || open.length === 0) return [];
  const course = await getCourse();
  const rows = await database()
    .selectFrom('drafts')
    .select(['scenarioId', 'handIn', 'savedAt'])
    .where('learnerId', '=', actor.learnerId)
    .where('scenarioId', 'in', open)
    .orderBy('savedAt', 'desc')
    .execute();
  return rows.map(({ scenarioId, handIn, savedAt }) => ({
    scenarioId: ScenarioIdSchema.parse(scenarioId),
    title: selectOptionalExercise(course, scenarioId)?.scenario.title ?? scenarioId,
    text: fromJson(handIn, PartialHandInSchema).explanation,
    savedAt,
  }));
}
