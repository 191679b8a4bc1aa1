import { z } from 'zod';
import { SubmissionIdSchema } from '@/schemas/ids';
import { PredictionAnswerSchema } from '@/schemas/prediction';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { answerPrediction } from '@/server/predictions/predictions';

/** Takes what somebody expects of a grade, or the wish to go on without, once; the result may be read afterwards. */
export const PUT = handle(
  { body: PredictionAnswerSchema, params: z.object({ submissionId: SubmissionIdSchema }), rate: RATES.small },
  async ({ actor, params, body }) => {
    const answered = await answerPrediction(actor, params.submissionId, body);
    if (answered.ok) return reply(200, { type: answered.value });
    switch (answered.reason) {
      case 'unknown-submission':
        return refuse(404, answered.reason, 'You have no such draft. Open it from your list of drafts.');
      case 'incomplete':
        return refuse(422, answered.reason, 'Mark every criterion of this exercise once, then send it again.');
      case 'not-asked':
        return refuse(409, answered.reason, 'The result of this draft is open already. Load its page to see it.');
      case 'already-answered':
        return refuse(
          409,
          answered.reason,
          'This draft was answered before, and what was said then stays. Load its page to see the result.',
        );
      default:
        return answered.reason satisfies never;
    }
  },
);
