import { z } from 'zod';

const count = z.int().nonnegative().max(1_000_000);

/** How much of a record was pasted, as its browser counted: numbers without a word of it, and nothing that is proven. */
export const PastesSchema = z.strictObject({
  characters: count.describe('In all pastes together.'),
  largest: count.describe('In the largest one.'),
});
export type Pastes = z.infer<typeof PastesSchema>;

/** A large paste as a person who reviews is told of it. */
export const LargePasteSchema = z.strictObject({
  largest: z.int().positive(),
  total: z.int().positive().describe('Characters of the text as it was handed in.'),
});
export type LargePaste = z.infer<typeof LargePasteSchema>;
