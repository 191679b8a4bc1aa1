import { z } from 'zod';

/** A figure with its 95 % interval and what it rests on, or the plain statement that there is none, and why. */
export const EstimateSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('estimate'),
    value: z.number(),
    low: z.number().nullable().describe('Null where the figure has no interval.'),
    high: z.number().nullable(),
    n: z.int().positive(),
  }),
  z.strictObject({
    type: z.literal('undefined'),
    reason: z.enum(['too-few', 'no-variety']),
    n: z.int().nonnegative(),
    needed: z.int().positive().describe('From how many on there would be a figure.'),
  }),
]);
export type Estimate = z.infer<typeof EstimateSchema>;
