import { z } from 'zod';
import { OpenQuizBodySchema } from '@/schemas/api';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { openQuiz } from '@/server/quizzes';

const messages = {
  'unknown-lesson': 'The course has no such lesson. Go back to the course and open its quiz from there.',
  'nothing-missed': 'There is nothing missed to go over. Open the whole quiz instead.',
  'no-attempts-left': 'All attempts at this quiz are used. Read the lesson again, or ask an instructor.',
} as const;

/** Opens a lesson's quiz: all items, or those missed before. */
export const POST = handle(
  { body: OpenQuizBodySchema, params: z.object({}), rate: RATES.quiz },
  async ({ actor, body }) => {
    const opened = await openQuiz(actor, body.lessonId, body.items, body.isAnew);
    if (opened.ok) return reply(200, { view: opened.value });
    return refuse(opened.reason === 'unknown-lesson' ? 404 : 409, opened.reason, messages[opened.reason]);
  },
);
