import { z } from 'zod';
import { ClaimIdSchema, MisconceptionIdSchema } from './ids';

/** A wrong belief that people hold in good faith, and the correction a colleague would offer. Public: the course teaches it. */
export const MisconceptionSchema = z.strictObject({
  id: MisconceptionIdSchema,
  statement: z.string().min(10).describe('The belief, in the words of somebody who holds it.'),
  answer: z.string().min(20).describe('The correction: about two sentences, kind and concrete.'),
  claims: z.array(ClaimIdSchema).min(1).describe('Claims of the ledger that the belief bears on.'),
});
export type Misconception = z.infer<typeof MisconceptionSchema>;
