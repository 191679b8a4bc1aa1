import { z } from 'zod';
import { AssignmentIdSchema, CohortIdSchema, InstantSchema } from './ids';
import { TimeZoneSchema } from './recall';

/** What a letter can be about. One letter holds whatever is new of all of them, and at most one goes out a day. */
export const LetterKindSchema = z.enum(['dueSoon', 'overdue', 'feedback', 'digest', 'desk']);
export type LetterKind = z.infer<typeof LetterKindSchema>;

/** Which letters somebody wants. Only a date that comes near is worth a letter that nobody asked for. */
export const LettersSchema = z.strictObject({
  dueSoon: z.boolean().default(true).describe('Three days and one day before a date.'),
  overdue: z.boolean().default(false).describe('After a date that was missed.'),
  feedback: z.boolean().default(false).describe('When a person looked at a draft, ruled on an appeal or regraded.'),
  digest: z.boolean().default(false).describe('On Monday, for learners: what the week holds.'),
  desk: z.boolean().default(false).describe('On Monday, for instructors: who needs them, in numbers.'),
  timeZone: TimeZoneSchema.nullable()
    .default(null)
    .describe('Whose days and mornings count; null: the zone of the cards under review, or UTC.'),
});
export type Letters = z.infer<typeof LettersSchema>;

/** What one letter says of one thing. Words, dates and standing are looked up when it is sent. */
export const LetterPartSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('assignment'), assignmentId: AssignmentIdSchema, dueAt: InstantSchema }),
  z.strictObject({
    type: z.literal('news'),
    title: z.string().min(1).max(200),
    href: z.string().startsWith('/').max(300),
  }),
  z.strictObject({ type: z.literal('week'), cohortId: CohortIdSchema, text: z.string().max(1_000) }),
  z.strictObject({ type: z.literal('desk'), cohortId: CohortIdSchema, text: z.string().max(1_000) }),
]);
export type LetterPart = z.infer<typeof LetterPartSchema>;

/** How far a letter has come. One that was being handed over when the server was killed is never sent again. */
export const LetterStateSchema = z.enum(['waiting', 'sending', 'sent', 'dropped', 'unclear']);
export type LetterState = z.infer<typeof LetterStateSchema>;
