import { z } from 'zod';
import { cleanText, DecisionIdSchema, InstantSchema } from './ids';

/** A line: what stands in a heading or a list of the exported file, so it holds no line break. */
const line = (max: number) => cleanText(max).refine((text) => !/[\r\n]/.test(text), 'must be one line');
const LONG = 20_000;
const passage = cleanText(LONG);
/** A calendar day as YYYY-MM-DD; empty while nobody has chosen one. */
const day = z.union([z.literal(''), z.iso.date()]);

export const DECISION_STATUSES = ['draft', 'decided', 'superseded'] as const;
export const DecisionStatusSchema = z.enum(DECISION_STATUSES);
export type DecisionStatus = z.infer<typeof DecisionStatusSchema>;

export const DECISION_CHOICES = ['rust', 'go', 'either', 'keep-existing', 'other'] as const;
export const DecisionChoiceSchema = z.enum(DECISION_CHOICES);
export type DecisionChoice = z.infer<typeof DecisionChoiceSchema>;

/** One part of the system and what is chosen for it; `other` says what, where the choice is "other". */
export const DecisionPartSchema = z.strictObject({ name: line(120), choice: DecisionChoiceSchema, other: line(120) });
export type DecisionPart = z.infer<typeof DecisionPartSchema>;

export const DecisionOptionSchema = z.strictObject({
  name: line(200),
  pros: cleanText(4_000),
  cons: cleanText(4_000),
});
export type DecisionOption = z.infer<typeof DecisionOptionSchema>;

export const DecisionEvidenceSchema = z.strictObject({
  claim: cleanText(2_000),
  source: cleanText(2_000).describe('Where it stands: an address, a document, a measurement of one’s own.'),
  limit: cleanText(2_000).describe('What it does not show about this decision.'),
});
export type DecisionEvidence = z.infer<typeof DecisionEvidenceSchema>;

/** A real decision of somebody's own team. Every field may be empty: a draft is stored as it stands. */
export const DecisionRecordSchema = z.strictObject({
  title: line(200),
  date: day,
  status: DecisionStatusSchema,
  context: passage,
  decision: passage.describe('What is decided, in the words of the team.'),
  parts: z.array(DecisionPartSchema).max(8),
  options: z.array(DecisionOptionSchema).max(12),
  constraint: passage.describe('The fact or limit that decides between the options.'),
  evidence: z.array(DecisionEvidenceSchema).max(20),
  boundary: passage,
  ownership: passage,
  reversal: z.strictObject({ what: passage, by: line(200) }),
  consequences: passage,
  notes: passage.describe('Everything else, such as sections of an imported file that have no field here.'),
  reviewOn: day.describe('The day on which to ask: would you still decide this?'),
});
export type DecisionRecord = z.infer<typeof DecisionRecordSchema>;

/** One stored decision with its version, which rises with every accepted save. */
export const DecisionSchema = z.strictObject({
  id: DecisionIdSchema,
  version: z.int().positive(),
  record: DecisionRecordSchema,
  savedAt: InstantSchema,
});
export type Decision = z.infer<typeof DecisionSchema>;

/** What looking again came to. */
export const RECONSIDERED = ['still-right', 'revise', 'superseded'] as const;
export const ReconsideredSchema = z.enum(RECONSIDERED);
export type Reconsidered = z.infer<typeof ReconsideredSchema>;

/** How long until it is asked again. The server counts from its own day, so no device's clock comes into it. */
export const LOOK_AGAIN = ['1-month', '3-months', '6-months', '12-months', 'never'] as const;
export const LookAgainSchema = z.enum(LOOK_AGAIN);
export type LookAgain = z.infer<typeof LookAgainSchema>;

/** One answer to "would you still decide this?", never changed afterwards. */
export const DecisionLookSchema = z.strictObject({
  answer: ReconsideredSchema,
  note: z.string().describe('One sentence of its owner; empty where nobody wrote one.'),
  answeredAt: InstantSchema,
});
export type DecisionLook = z.infer<typeof DecisionLookSchema>;

/** How many decisions one person may keep. */
export const MOST_DECISIONS = 50;
/** How large one decision may be, as JSON in UTF-8. */
export const MOST_DECISION_BYTES = 64 * 1024;
/** How large a file or pasted text may be that is imported, in UTF-8. */
export const MOST_IMPORT_BYTES = 200 * 1000;

/** A decision that nobody has written anything into. */
export const EMPTY_DECISION: DecisionRecord = {
  title: '',
  date: '',
  status: 'draft',
  context: '',
  decision: '',
  parts: [],
  options: [],
  constraint: '',
  evidence: [],
  boundary: '',
  ownership: '',
  reversal: { what: '', by: '' },
  consequences: '',
  notes: '',
  reviewOn: '',
};
