import 'server-only';
import { analyseCriteria } from '@/grader/analysis/analyse-criteria';
import { type AnalysedItem, itemStatistics } from '@/grader/analysis/item-statistics';
import { quizReliability } from '@/grader/analysis/quiz-reliability';
import { countOf } from '@/grader/analysis/response-count';
import type { ItemAnalysis } from '@/schemas/item-analysis';
import type { Db } from '../db/open-database';
import type { AnalysedCourse } from './analysed-course';
import type { AnalysisScope } from './analysis-scope';
import type { CountedQuiz, QuizKeep } from './quiz-keep';
import { readDraftLevels } from './read-draft-levels';
import { type QuizCounts, readQuizCounts } from './read-quiz-counts';
import { readQuizSign } from './read-quiz-sign';

type AnalysedLesson = AnalysedCourse['lessons'][number];

/** Only attempts over exactly the items of today, in their wording of today, are one and the same test. */
function reliabilityOf(items: readonly AnalysedItem[], { counts }: QuizCounts): CountedQuiz['quiz']['alpha'] {
  const ids = JSON.stringify(items.map(({ id }) => id));
  const same = counts.filter(({ itemIds }) => itemIds === ids);
  const first = same.filter(({ itemId }) => itemId === items[0]?.id);
  const totals = first.map(({ restRight, isCorrect, n }) => ({ right: restRight + (isCorrect ? 1 : 0), n }));
  const rightByItem = items.map(({ id }) =>
    countOf(same.filter(({ itemId, isCorrect }) => itemId === id && isCorrect)),
  );
  return quizReliability(rightByItem, totals);
}

function analyseQuiz({ lessonId, items }: AnalysedLesson, quizCounts: QuizCounts): CountedQuiz {
  const figures = items.map((item) =>
    itemStatistics({
      lessonId,
      item,
      counts: quizCounts.counts.filter(({ itemId }) => itemId === item.id),
      times: quizCounts.times.filter(({ itemId }) => itemId === item.id),
    }),
  );
  const n = countOf(quizCounts.counts.filter(({ itemId }) => itemId === items[0]?.id));
  return { items: figures, quiz: { lessonId, n, alpha: reliabilityOf(items, quizCounts) } };
}

/** One quiz: as it was counted before where the same attempts lie behind it, else anew. */
async function countQuiz(
  db: Db,
  lesson: AnalysedLesson,
  scope: AnalysisScope,
  keep: QuizKeep | undefined,
): Promise<CountedQuiz> {
  const count = async () => analyseQuiz(lesson, await readQuizCounts(db, lesson.lessonId, scope));
  if (!keep) return count();
  return keep.get(`${scope.key} ${lesson.lessonId}`, await readQuizSign(db, lesson, scope), count);
}

/**
 * All quizzes, then all exercises. Heavy reading, in slices: it runs in the analytics thread, where others have their turn
 * between two slices. With a `keep`, quizzes that nobody finished since are not read again.
 */
export async function readItemStatistics(
  db: Db,
  course: AnalysedCourse,
  scope: AnalysisScope,
  keep?: QuizKeep,
): Promise<ItemAnalysis> {
  const analysed: CountedQuiz[] = [];
  for (const lesson of course.lessons) analysed.push(await countQuiz(db, lesson, scope, keep));
  const criteria = [];
  const exercises = [];
  for (const { scenarioId, criterionIds } of course.exercises) {
    const drafts = await readDraftLevels(db, scenarioId, scope);
    const found = analyseCriteria(scenarioId, criterionIds, drafts);
    criteria.push(...found.criteria);
    exercises.push({ scenarioId, n: drafts.length, alpha: found.alpha });
  }
  return {
    items: analysed.flatMap(({ items }) => items),
    quizzes: analysed.map(({ quiz }) => quiz),
    criteria,
    exercises,
  };
}
