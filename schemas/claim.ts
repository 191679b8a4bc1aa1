import { z } from 'zod';
import { ClaimIdSchema } from './ids';

export const VerdictSchema = z.enum([
  'supported',
  'supported with conditions',
  'contested',
  'oversimplified',
  'unsupported',
  'opinion',
]);
export type Verdict = z.infer<typeof VerdictSchema>;

/** A page that bears on a claim. `seen: false` has not been opened by us and is never shown as checked. */
export const ClaimSourceSchema = z.strictObject({
  title: z.string().min(1),
  url: z.url(),
  seen: z.boolean(),
  checked: z.iso.date().optional().describe('When the page was last read by us.'),
  note: z.string().optional(),
});
export type ClaimSource = z.infer<typeof ClaimSourceSchema>;

/** One statement of the two documents, in our words, with our verdict. Public: the course teaches it. */
export const ClaimSchema = z.strictObject({
  id: ClaimIdSchema,
  document: z.enum(['A', 'B']),
  section: z.string().min(1),
  claim: z.string().min(1),
  kind: z.enum(['claim', 'decision rule', 'use case', 'recommendation', 'framing', 'criterion', 'trend', 'q&a']),
  verdict: VerdictSchema,
  why: z.string().min(1),
  flipsWhen: z.string().min(1),
  misconception: z.string().min(1),
  sources: z.array(ClaimSourceSchema),
  checkBy: z.iso.date().optional().describe('When it must be read again, where a year would be too late.'),
});
export type Claim = z.infer<typeof ClaimSchema>;
