import 'server-only';
import { analyseCriteria } from '@/grader/analysis/analyse-criteria';
import { itemStatistics } from '@/grader/analysis/item-statistics';
import { quizReliability } from '@/grader/analysis/quiz-reliability';
import { countOf } from '@/grader/analysis/response-count';
import type { Course, LoadedLesson } from '@/schemas/course';
import type { Item } from '@/schemas/item';
import type { ItemAnalysis } from '@/schemas/item-analysis';
import type { Db } from '../db/open-database';
import { itemHash } from '../item-hash';
import type { AnalysisScope } from './analysis-scope';
import { readDraftLevels } from './read-draft-levels';
import { type QuizCounts, readQuizCounts } from './read-quiz-counts';

/** Only attempts over exactly the items of today, in their wording of today, are one and the same test. */
function reliabilityOf(items: readonly Item[], { counts }: QuizCounts): ItemAnalysis['quizzes'][number]['alpha'] {
  const ids = JSON.stringify(items.map(({ id }) => id));
  const same = counts.filter(({ itemIds }) => itemIds === ids);
  const first = same.filter(({ itemId }) => itemId === items[0]?.id);
  const totals = first.map(({ restRight, isCorrect, n }) => ({ right: restRight + (isCorrect ? 1 : 0), n }));
  const rightByItem = items.map(({ id }) =>
    countOf(same.filter(({ itemId, isCorrect }) => itemId === id && isCorrect)),
  );
  return quizReliability(rightByItem, totals);
}

function analyseQuiz({ lesson, quiz }: LoadedLesson, quizCounts: QuizCounts) {
  const items = quiz.items.map((item) =>
    itemStatistics({
      lessonId: lesson.id,
      item,
      hash: itemHash(item),
      counts: quizCounts.counts.filter(({ itemId }) => itemId === item.id),
      times: quizCounts.times.filter(({ itemId }) => itemId === item.id),
    }),
  );
  const n = countOf(quizCounts.counts.filter(({ itemId }) => itemId === quiz.items[0]?.id));
  return { items, quiz: { lessonId: lesson.id, n, alpha: reliabilityOf(quiz.items, quizCounts) } };
}

/**
 * Counts everything anew: all quizzes, then all exercises. The one place with heavy reading; it works in slices and lets
 * others have their turn, and needs nothing but the database and the course, so that it can move to another thread.
 */
export async function readItemStatistics(db: Db, course: Course, scope: AnalysisScope): Promise<ItemAnalysis> {
  const analysed = [];
  for (const lesson of course.lessons)
    analysed.push(analyseQuiz(lesson, await readQuizCounts(db, lesson.lesson.id, scope)));
  const criteria = [];
  const exercises = [];
  for (const { scenario, rubric } of course.exercises) {
    const drafts = await readDraftLevels(db, scenario.id, scope);
    const ids = rubric.criteria.map(({ id }) => id);
    const found = analyseCriteria(scenario.id, ids, drafts);
    criteria.push(...found.criteria);
    exercises.push({ scenarioId: scenario.id, n: drafts.length, alpha: found.alpha });
  }
  return {
    items: analysed.flatMap(({ items }) => items),
    quizzes: analysed.map(({ quiz }) => quiz),
    criteria,
    exercises,
  };
}
