import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { LessonIdSchema } from '@/schemas/ids';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { markLessonRead } from '@/server/progress';

/** Notes that a lesson was read; the first time counts. */
export const PUT = handle(
  { body: EmptyBodySchema, params: z.object({ lessonId: LessonIdSchema }), rate: RATES.small },
  async ({ actor, params }) => {
    const marked = await markLessonRead(actor, params.lessonId);
    if (marked.ok) return reply(200, marked.value);
    return refuse(
      404,
      marked.reason,
      `The course has no lesson ${params.lessonId}. Go back to the course and open it from there.`,
    );
  },
);
