import { z } from 'zod';
import { CaseIdSchema, ScenarioIdSchema } from './ids';

/** How far the source of a case was read: the page itself, a copy of it, somebody else's account, or not at all. */
export const ReadingSchema = z.enum(['seen', 'mirror', 'second-hand', 'unverified']);
export type Reading = z.infer<typeof ReadingSchema>;

/** One published decision, restated in our words, with what its figures do not show. Public. */
export const CaseSchema = z.strictObject({
  id: CaseIdSchema,
  checkBy: z.iso.date().optional().describe('When it must be read again, where its facts will not hold.'),
  title: z.string().min(3),
  group: z.string().min(3),
  decision: z.string().min(1),
  decidingConstraint: z.string().min(1),
  boundary: z.string().describe('The boundary between the parts, or "-" where there is none.'),
  readings: z.array(ReadingSchema).describe('Every label that the entry carries.'),
  sections: z
    .array(z.strictObject({ heading: z.string().min(1), text: z.string().min(1) }))
    .min(1)
    .describe('Who and what, measured, what it does not show, cost, source … in the order of the entry.'),
  scenarios: z.array(ScenarioIdSchema),
});
export type Case = z.infer<typeof CaseSchema>;
