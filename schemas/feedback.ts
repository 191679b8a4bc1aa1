import { z } from 'zod';

/**
 * What a piece of feedback asks of the learner, most pressing first; feedback is shown in this order.
 *
 * - essential: must be mended, or the decision does not stand: board and text disagree, a point is denied, a sum is wrong.
 * - actionable: a point is missing or half met, and a question says where to look.
 * - informative: good to know, nothing to mend: not judged, sent to a person, or what else would win, and when.
 * - celebratory: a point is met, or an argument carries an unusual choice.
 */
export const FeedbackTypeSchema = z.enum(['essential', 'actionable', 'informative', 'celebratory']);
export type FeedbackType = z.infer<typeof FeedbackTypeSchema>;

/** Feedback on anything but a criterion: a choice, the boundary, the sums, a misconception, a flag, or the grade itself. */
export const CommentSchema = z.strictObject({
  type: FeedbackTypeSchema,
  about: z.enum(['component', 'boundary', 'sums', 'misconception', 'flag', 'review']),
  id: z.string().min(1).optional().describe('Of the component, misconception or flag.'),
  text: z.string().min(1),
});
export type Comment = z.infer<typeof CommentSchema>;
