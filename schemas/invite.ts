import { z } from 'zod';
import { cleanText, InstantSchema } from './ids';
import { RoleSchema } from './roster';

export const InviteIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9-]{8,64}$/, 'an id of the server')
  .brand<'InviteId'>();
export type InviteId = z.infer<typeof InviteIdSchema>;

/** How many days an invitation lasts. */
export const InviteDaysSchema = z.union([z.literal(1), z.literal(7), z.literal(30)]);
export type InviteDays = z.infer<typeof InviteDaysSchema>;

/** What a link is good for, as its maker says it. */
export const InviteTermsSchema = z.strictObject({
  role: RoleSchema,
  label: cleanText(80).trim().describe('For those who run the cohort, such as "Kick-off on Monday".'),
  days: InviteDaysSchema,
  maxUses: z.int('expected a whole number').min(1, 'expected 1 to 1,000').max(1_000, 'expected 1 to 1,000'),
});
export type InviteTerms = z.infer<typeof InviteTermsSchema>;

/** An invitation as those who run the cohort see it. The link itself is shown once and stored nowhere. */
export const InviteSchema = z.strictObject({
  id: InviteIdSchema,
  role: RoleSchema,
  label: z.string(),
  email: z.string().nullable().describe('Null: for whoever has the link.'),
  madeBy: z.string().nullable().describe('Null where that person has left.'),
  createdAt: InstantSchema,
  expiresAt: InstantSchema,
  uses: z.int().nonnegative(),
  maxUses: z.int().positive(),
  status: z.enum(['open', 'used', 'expired', 'revoked']),
});
export type Invite = z.infer<typeof InviteSchema>;

/** A link that was just made. */
export const NewInviteSchema = z.strictObject({ inviteId: InviteIdSchema, url: z.url(), expiresAt: InstantSchema });
export type NewInvite = z.infer<typeof NewInviteSchema>;

/**
 * What would happen to one line of a list of people.
 * - new: an invitation is made. again: one was open; a new link replaces it. elsewhere: as new, already in a cohort of yours
 * - already-in, withdrawn, duplicate: nothing is made, because nothing has to be, or because the people page is the place
 * - the others are mistakes in the line
 */
export const RosterLineStatusSchema = z.enum([
  'new',
  'again',
  'elsewhere',
  'already-in',
  'withdrawn',
  'duplicate',
  'wrong-address',
  'unknown-role',
  'formula',
  'wrong-name',
]);
export type RosterLineStatus = z.infer<typeof RosterLineStatusSchema>;

export const RosterLineSchema = z.strictObject({
  line: z.int().positive().describe('Of the file, the heading counted.'),
  email: z.string(),
  name: z.string(),
  role: z.string(),
  status: RosterLineStatusSchema,
  detail: z.string().describe('Which cohort, which earlier line; empty where there is nothing to add.'),
  url: z.url().nullable().describe('The personal link, once it is made; shown only then.'),
});
export type RosterLine = z.infer<typeof RosterLineSchema>;

export const MOST_ROSTER_ROWS = 5_000;
export const MOST_ROSTER_BYTES = 1_000_000;

export const RosterImportBodySchema = z.strictObject({
  text: z.string().describe('The whole list; its size in bytes is checked where it is read.'),
  days: InviteDaysSchema,
  mode: z.enum(['check', 'apply']).describe('check changes nothing and says what apply would do.'),
});
