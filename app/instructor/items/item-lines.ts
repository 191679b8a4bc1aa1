import type { CriterionLine } from '@/components/analysis/criterion-table';
import type { ItemLine } from '@/components/analysis/item-table';
import { selectOptionalExercise } from '@/course/select';
import { compareProblems } from '@/grader/analysis/find-problems';
import type { Course } from '@/schemas/course';
import type { CohortId } from '@/schemas/ids';
import type { ItemAnalysis, ItemProblemKind } from '@/schemas/item-analysis';
import type { DeskReport } from '@/schemas/problem-report';

export interface ItemFilter {
  readonly cohortId: CohortId | null;
  readonly lessonId: string | null;
  readonly problem: ItemProblemKind | null;
}

const MOST_CHARACTERS = 90;

/** The first words of a stem, without its marks. */
export function shortStem(stem: string): string {
  const plain = stem.replace(/[`*]/g, '').split(/\n\s*\n/)[0] ?? '';
  return plain.length <= MOST_CHARACTERS ? plain : `${plain.slice(0, MOST_CHARACTERS - 1).trimEnd()}…`;
}

export const isAbout = (itemId: string) => (report: DeskReport) =>
  report.context.about.kind === 'item' && report.context.about.itemId === itemId;

/** Items that the filter lets through, worst first. */
export function toItemLines(
  course: Course,
  analysis: ItemAnalysis,
  reports: readonly DeskReport[],
  { cohortId, lessonId, problem }: ItemFilter,
): ItemLine[] {
  const query = cohortId ? `?cohort=${cohortId}` : '';
  return analysis.items
    .filter((one) => lessonId === null || one.lessonId === lessonId)
    .filter((one) => problem === null || one.problems.some(({ kind }) => kind === problem))
    .toSorted((one, other) => compareProblems(toRank(one), toRank(other)))
    .flatMap((statistics): ItemLine[] => {
      const loaded = course.lessons.find(({ lesson }) => lesson.id === statistics.lessonId);
      const item = loaded?.quiz.items.find(({ id }) => id === statistics.itemId);
      if (!loaded || !item) return [];
      return [
        {
          statistics,
          title: shortStem(item.stem),
          place: `${loaded.module.id.toUpperCase()} ${loaded.lesson.title}`,
          href: `/instructor/items/${item.id}${query}`,
          reports: reports.filter(isAbout(item.id)).length,
        },
      ];
    });
}

const toRank = ({ problems, figures }: ItemAnalysis['items'][number]) => ({
  problems: problems.map(({ kind }) => kind),
  discrimination: figures.discrimination,
});

/** Criteria of which there is anything to say, worst first. */
export function toCriterionLines(course: Course, analysis: ItemAnalysis): CriterionLine[] {
  return analysis.criteria
    .filter(({ n }) => n > 0)
    .toSorted(compareProblems)
    .flatMap((statistics): CriterionLine[] => {
      const exercise = selectOptionalExercise(course, statistics.scenarioId);
      const criterion = exercise?.rubric.criteria.find(({ id }) => id === statistics.criterionId);
      if (!exercise || !criterion) return [];
      return [{ statistics, title: criterion.title, place: `${exercise.scenario.id} ${exercise.scenario.title}` }];
    });
}
