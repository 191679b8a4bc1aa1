import { z } from 'zod';
import { InstantSchema } from './ids';

/** Where the messages of a cohort go, as its instructors see it. The secret is shown once and never again. */
export const WebhookViewSchema = z.strictObject({
  url: z
    .string()
    .nullable()
    .describe(
      'Without its path, which is itself a secret at most providers; null where AUTH_SECRET has changed since.',
    ),
  createdAt: InstantSchema,
});
export type WebhookView = z.infer<typeof WebhookViewSchema>;

/** One try at a delivery. */
export const WebhookDeliverySchema = z.strictObject({
  id: z.string(),
  event: z.string(),
  at: InstantSchema,
  status: z.int().nullable().describe('Of the reply; null where there was none.'),
  problem: z.string().nullable(),
});
export type WebhookDelivery = z.infer<typeof WebhookDeliverySchema>;

export const SetWebhookBodySchema = z.strictObject({ url: z.string().min(1).max(2_000) });
