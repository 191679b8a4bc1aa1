import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalItem, selectOptionalLesson } from '@/course/select';
import type { ItemResponse } from '@/schemas/attempt';
import type { Course } from '@/schemas/course';
import { AttemptIdSchema } from '@/schemas/ids';
import type { Confidence, Response } from '@/schemas/item';
import type { Placement } from '@/schemas/placement';
import { sayResponse } from '../appeals/item-words';
import { database } from '../db/database';
import { readPlacements } from '../placement-store';
import { readAttempt } from '../quiz-attempts';
import { bullets, type ExportSection, sayInstant } from './section';

/** A lesson or an item may have left the course since: then its id stands for its name. */
const lessonTitle = (course: Course, id: string) => selectOptionalLesson(course, id)?.lesson.title ?? id;

export const exportLessons: ExportSection = async ({ learnerId }) => {
  const course = await getCourse();
  const rows = await database()
    .selectFrom('lesson_reads')
    .select(['lessonId', 'readAt'])
    .where('learnerId', '=', learnerId)
    .orderBy('readAt')
    .execute();
  const lessons = rows.map((row) => ({ ...row, title: lessonTitle(course, row.lessonId) }));
  return {
    key: 'lessonsRead',
    title: 'Lessons read',
    data: lessons,
    markdown: bullets(lessons.map(({ title, readAt }) => `${title}, ${sayInstant(readAt)}`)),
  };
};

/** An answer with what was asked: neither key nor rationale, which belong to the course and not to the learner. */
function toAnswer(course: Course, lessonId: string, { itemId, response, confidence, score, answeredAt }: ItemResponse) {
  const stem = selectOptionalItem(course, lessonId, itemId)?.stem ?? null;
  const scored =
    score.type === 'scored' ? { right: score.isCorrect, share: score.share } : { right: null, share: null };
  return { itemId, stem, response, confidence, ...scored, answeredAt };
}

/** In the words of the question; of an item that left the course, in the ids that were stored. */
function sayAnswer(course: Course, lessonId: string, itemId: string, response: Response): string {
  const item = selectOptionalItem(course, lessonId, itemId);
  const said = item?.type === response.type ? sayResponse(item, response) : sayIds(response);
  return `“${said.replace(/\s+/g, ' ').trim()}”.`;
}

const sayIds = ({ type: _, ...given }: Response): string =>
  Object.values(given)
    .map((value) => (typeof value === 'object' ? Object.values(value).join(', ') : String(value)))
    .join(', ');

const CERTAIN: Readonly<Record<Confidence, string>> = {
  guess: 'guessing',
  'think-so': 'fairly sure',
  sure: 'sure',
};

const firstLine = (text: string) => text.trim().split('\n')[0] ?? '';

export const exportQuizzes: ExportSection = async ({ learnerId }) => {
  const course = await getCourse();
  const rows = await database()
    .selectFrom('quiz_attempts')
    .select('id')
    .where('learnerId', '=', learnerId)
    .orderBy('openedAt')
    .orderBy('id')
    .execute();
  const stored = await Promise.all(rows.map(({ id }) => readAttempt(database(), learnerId, AttemptIdSchema.parse(id))));
  const attempts = stored.flatMap((attempt) => {
    if (!attempt) return [];
    const { lessonId, number, openedAt, status } = attempt;
    const finished = status === 'finished' ? { finishedAt: attempt.finishedAt, share: attempt.score } : null;
    const answers = attempt.responses.map((response) => toAnswer(course, lessonId, response));
    return [{ lessonId, title: lessonTitle(course, lessonId), number, openedAt, finished, answers }];
  });
  return {
    key: 'quizAttempts',
    title: 'Quizzes',
    data: attempts,
    markdown: attempts
      .map(({ lessonId, title, number, openedAt, answers }) =>
        [
          `### ${title}, attempt ${number}, ${sayInstant(openedAt)}`,
          bullets(
            answers.map(
              ({ itemId, stem, right, confidence, response }) =>
                `${firstLine(stem ?? itemId)} My answer: ${sayAnswer(course, lessonId, itemId, response)} I was ${CERTAIN[confidence]}. It was ${right === null ? 'not scored' : right ? 'right' : 'not right'}.`,
            ),
          ),
        ].join('\n\n'),
      )
      .join('\n\n'),
  };
};

/** Whether an answer was right is told with the result and not before, as in the placement itself. */
function toTaken({ openedAt, finishedAt, answers }: Placement) {
  const told = answers.map(({ itemId, given, isRight, answeredAt }) => ({
    itemId,
    given,
    answeredAt,
    ...(finishedAt === null ? {} : { right: isRight }),
  }));
  return { openedAt, finishedAt, answers: told };
}

export const exportPlacements: ExportSection = async ({ learnerId }) => {
  const taken = (await readPlacements(database(), learnerId)).map(toTaken);
  return {
    key: 'placements',
    title: 'Placement',
    data: taken,
    markdown: bullets(
      taken.map(({ openedAt, finishedAt, answers }) =>
        finishedAt === null
          ? `Begun ${sayInstant(openedAt)}, ${answers.length} answered`
          : `Taken ${sayInstant(finishedAt)}, ${answers.filter(({ right }) => right).length} of ${answers.length} right`,
      ),
    ),
  };
};
