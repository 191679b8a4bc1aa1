import { z } from 'zod';
import { ClaimIdSchema, TermIdSchema } from './ids';

/** A word that the lessons use, explained in a sentence or two. Public: the course shows it wherever the word first stands. */
export const TermSchema = z.strictObject({
  id: TermIdSchema,
  term: z.string().min(2),
  also: z.array(z.string().min(2)).default([]).describe('Other spellings and forms under which a lesson may use it.'),
  text: z.string().min(20).describe('One or two sentences, plain enough for a director, exact enough for an engineer.'),
  see: z
    .array(z.union([ClaimIdSchema, TermIdSchema]))
    .default([])
    .describe('Ids of other terms and of claims of the ledger.'),
});
export type Term = z.infer<typeof TermSchema>;
