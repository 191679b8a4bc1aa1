import 'server-only';
import { selectExercise, selectModule, selectOptionalExercise } from '@/course/select';
import { demonstratedIn, passedDrafts } from '@/grader/certificate/demonstrated';
import { computeProgress } from '@/grader/progress';
import { type CertificateBody, CertificateBodySchema } from '@/schemas/certificate';
import type { Actor } from '../actor';
import { selectGradedDrafts } from './graded-drafts';
import { type Standing, wayOf } from './standing';

const unique = (list: readonly string[]) => [...new Set(list)].sort();

/** What a certificate says, out of an earned standing: counted and copied, no share and no id of a person among it. */
export async function collectBody(actor: Actor, earned: Standing): Promise<CertificateBody> {
  const { course, facts, standing } = earned;
  const passed = passedDrafts(await selectGradedDrafts(actor), course.outline.passing);
  const { capstone } = course.outline;
  const isCertified = (id: string) =>
    standing.asked.some((asked) => asked === id) ||
    selectModule(course, id).exercises.some((exercise) => exercise === capstone);
  const modules = facts.modules.filter(({ id }) => isCertified(id));
  const demonstrated = demonstratedIn(modules, passed);
  const progress = computeProgress(facts);
  const drafts = demonstrated.map(({ draft }) => draft);
  return CertificateBodySchema.parse({
    version: 1,
    course: course.outline.title,
    way: wayOf(earned),
    capstone: (capstone && selectOptionalExercise(course, capstone)?.scenario.title) ?? null,
    lessonsRead: progress.lessons.filter(({ isRead }) => isRead).length,
    quizzesMastered: progress.lessons.filter(({ quiz }) => quiz.total > 0 && quiz.isMastered).length,
    exercisesPassed: progress.exercises.filter(({ isPassed }) => isPassed).length,
    demonstrated: demonstrated.map(({ moduleId, draft }) => ({
      module: selectModule(course, moduleId).title,
      exercise: selectExercise(course, draft.scenarioId).scenario.title,
      criteria: draft.metInFull,
    })),
    unsure: drafts.filter(({ needsReview }) => needsReview).length,
    graders: unique(drafts.map(({ grader }) => grader)),
    rubrics: unique(drafts.map(({ rubric }) => rubric)),
  });
}
