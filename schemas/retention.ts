import { z } from 'zod';
import { InstantSchema } from './ids';

const days = <const Choices extends readonly [number, ...number[]]>(...choices: Choices) => z.literal([...choices]);

/** How many days a guest may stay away where nobody chose fewer: as long as the cookie that finds their work again. */
export const MOST_GUEST_DAYS = 180;

/** For how many days what is kept. Null: until its person or an owner deletes it. */
export const RetentionSchema = z.strictObject({
  guests: days(30, 60, 90, MOST_GUEST_DAYS).describe('Guests who stay away, with all their work.'),
  withdrawnTexts: days(180, 365, 730, 1_095)
    .nullable()
    .describe('Texts of people who were taken out of every cohort and stay away; their picks and grades stay.'),
  seenNotices: days(90, 180, 365).nullable().describe('News, from the day it was read.'),
  textViews: days(180, 365, 730).nullable().describe('Lines of the record of acts that say who read whose text.'),
});
export type Retention = z.infer<typeof RetentionSchema>;
export type RetentionRule = keyof Retention;
export const RETENTION_RULES = Object.keys(RetentionSchema.shape) as readonly RetentionRule[];

/** What holds until an owner says otherwise. */
export const DEFAULT_RETENTION: Retention = {
  guests: MOST_GUEST_DAYS,
  withdrawnTexts: null,
  seenNotices: null,
  textViews: null,
};

/** What one rule would remove now. */
export const RetentionEffectSchema = z.strictObject({
  count: z.int().nonnegative(),
  oldest: InstantSchema.nullable().describe('The instant that counts, of the oldest of them.'),
});
export const RetentionPreviewSchema = z.strictObject({
  guests: RetentionEffectSchema,
  withdrawnTexts: RetentionEffectSchema,
  seenNotices: RetentionEffectSchema,
  textViews: RetentionEffectSchema,
});
export type RetentionPreview = z.infer<typeof RetentionPreviewSchema>;
