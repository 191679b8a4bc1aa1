import { z } from 'zod';
import { InstantSchema } from './ids';

/** A browser in which somebody is signed in, as they see it themselves. */
export const OwnSessionSchema = z.strictObject({
  id: z.string(),
  device: z.string().describe('Browser and system, such as Firefox on Linux.'),
  startedAt: InstantSchema,
  seenAt: InstantSchema.describe('True to the hour.'),
  isThis: z.boolean().describe('The one that asks.'),
});
export type OwnSession = z.infer<typeof OwnSessionSchema>;

/** How somebody can get into their account, and what this installation offers. */
export const OwnWaysSchema = z.strictObject({
  hasPassword: z.boolean(),
  isConfirmed: z.boolean().describe('Of the address.'),
  pendingEmail: z.string().nullable().describe('Another address that waits to be confirmed.'),
  sendsMail: z.boolean(),
  provider: z.string().nullable().describe('What single sign-on is called here; null where there is none.'),
  isProviderOnly: z.boolean(),
  linkedAt: InstantSchema.nullable().describe('When the account was connected with the provider.'),
});
export type OwnWays = z.infer<typeof OwnWaysSchema>;
