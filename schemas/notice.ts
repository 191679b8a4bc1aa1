import { z } from 'zod';
import { InstantSchema } from './ids';

/** A piece of news for one learner: a review is ready, a grade was changed, work was assigned. */
export const NoticeSchema = z.strictObject({
  kind: z.enum(['review', 'appeal', 'regrade', 'assignment', 'cohort']),
  title: z.string().min(1).max(200),
  text: z.string().max(1_000),
  href: z.string().startsWith('/').max(300).describe('The page that it is about.'),
});
export type Notice = z.infer<typeof NoticeSchema>;

export const NoticeViewSchema = NoticeSchema.extend({
  id: z.string(),
  createdAt: InstantSchema,
  isSeen: z.boolean(),
});
export type NoticeView = z.infer<typeof NoticeViewSchema>;
