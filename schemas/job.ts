import { z } from 'zod';
import { AssignmentIdSchema, CohortIdSchema, InstantSchema, LearnerIdSchema, RegradeIdSchema } from './ids';

export const ReminderKindSchema = z.enum(['three-days', 'one-day', 'overdue']);
export type ReminderKind = z.infer<typeof ReminderKindSchema>;

/** A Monday in UTC, `YYYY-MM-DD`: names a week. */
const WeekSchema = z.iso.date();

/** What the server does later, by kind; what it needs is looked up when it runs. */
export const JobBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('announce'), assignmentId: AssignmentIdSchema }),
  z.strictObject({
    kind: z.literal('remind'),
    assignmentId: AssignmentIdSchema,
    reminder: ReminderKindSchema,
    dueAt: InstantSchema.describe('People whose date is another one by then are passed over.'),
  }),
  z.strictObject({ kind: z.literal('regrade'), regradeId: RegradeIdSchema }),
  z.strictObject({ kind: z.literal('digest'), week: WeekSchema }),
  z.strictObject({ kind: z.literal('retain'), day: z.iso.date() }),
  z.strictObject({
    kind: z.literal('deliver'),
    cohortId: CohortIdSchema,
    event: z.enum(['assignment-made', 'digest', 'test']),
    text: z.string().max(3_000),
  }),
  z.strictObject({
    kind: z.literal('mail-reset'),
    learnerId: LearnerIdSchema.nullable().describe('Null: the address that was asked for has no account.'),
  }),
  z.strictObject({ kind: z.literal('mail-confirm'), linkId: z.string() }),
  z.strictObject({ kind: z.literal('mail-letter'), letterId: z.string() }),
]);
export type JobBody = z.infer<typeof JobBodySchema>;
export type JobKind = JobBody['kind'];

/** A job that was given up, as instructors see it. */
export const FailedJobSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  tries: z.int(),
  failedAt: InstantSchema,
  lastError: z.string(),
});
export type FailedJob = z.infer<typeof FailedJobSchema>;
