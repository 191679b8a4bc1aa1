import { z } from 'zod';
import { AnswerBodySchema } from '@/schemas/api';
import { AttemptIdSchema } from '@/schemas/ids';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { answerItem } from '@/server/quizzes';

const refusals = {
  'unknown-attempt': [404, 'There is no such attempt of yours. Open the quiz again.'],
  'unknown-item': [404, 'This attempt has no such question. Open the quiz again.'],
  'already-answered': [409, 'This question is answered already, and its solution shown. Go on with the next one.'],
  unscorable: [422, 'This answer does not fit the question. Choose among what it offers and send it again.'],
} as const;

/** Answers one item; the reply reveals its key and rationales. */
export const POST = handle(
  { body: AnswerBodySchema, params: z.object({ attemptId: AttemptIdSchema }), rate: RATES.quiz },
  async ({ actor, params, body }) => {
    const answered = await answerItem(actor, params.attemptId, body);
    if (answered.ok) return reply(200, { view: answered.value.view });
    const [status, message] = refusals[answered.reason];
    return refuse(status, answered.reason, message);
  },
);
