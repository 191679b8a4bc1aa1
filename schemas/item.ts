import { z } from 'zod';
import { ClaimIdSchema, cleanText, ItemIdSchema, LocalIdSchema, ObjectiveIdSchema } from './ids';

/**
 * An Item is one authored question with its key and rationales: server only.
 * A Question (schemas/question.ts) is what a learner's browser may hold before answering.
 */
const prose = z.string().min(1);

export const OptionSchema = z.strictObject({
  id: LocalIdSchema,
  text: prose.describe('Shown to the learner. May hold `code` and **bold**, nothing else.'),
  rationale: prose.describe('Shown after answering: why this option is right or wrong.'),
});

const itemBase = {
  id: ItemIdSchema,
  stem: prose.describe('The question, asked positively. May hold `code`, **bold** and blank-line paragraphs.'),
  claims: z.array(ClaimIdSchema).describe('Claims of the ledger that this item assesses.'),
  objectives: z.array(ObjectiveIdSchema).min(1).describe('Objectives of the lesson that this item measures.'),
  rationale: prose.describe('Shown after answering: the point of the item, and on what it rests.'),
  sources: z
    .array(
      z.strictObject({ title: prose, url: z.url(), checked: z.iso.date().describe('When the page was last read.') }),
    )
    .default([]),
};

export const SingleChoiceItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('single-choice'),
  options: z.array(OptionSchema).min(3).max(6),
  key: LocalIdSchema,
});

export const MultipleChoiceItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('multiple-choice'),
  options: z.array(OptionSchema).min(3).max(8),
  key: z.array(LocalIdSchema).min(1),
});

export const OrderingItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('ordering'),
  entries: z.array(OptionSchema).min(3).max(8).describe('In any order; the key gives the right one.'),
  key: z.array(LocalIdSchema),
});

export const MatchingItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('matching'),
  entries: z.array(OptionSchema).min(2).max(10),
  categories: z
    .array(z.strictObject({ id: LocalIdSchema, text: prose }))
    .min(2)
    .max(6),
  key: z.record(LocalIdSchema, LocalIdSchema).describe('entry id → category id'),
});

export const NumericItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('numeric'),
  unit: z.string().describe('Shown beside the field, such as ms or cores; may be empty.'),
  key: z.number(),
  tolerance: z.strictObject({
    relative: z.number().nonnegative().optional().describe('0.1 accepts 10 % either side'),
    absolute: z.number().nonnegative().optional(),
  }),
  slips: z
    .array(z.strictObject({ value: z.number(), rationale: prose }))
    .default([])
    .describe('Wrong values people reach by a known slip, each with its explanation.'),
});

export const ShortAnswerItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('short-answer'),
  points: z
    .array(z.strictObject({ id: LocalIdSchema, text: prose, phrasings: z.array(prose).min(1), rationale: prose }))
    .min(1)
    .max(4)
    .describe('What a right answer says; each phrasing is one wording that would earn it.'),
  required: z.int().min(1).describe('How many of the points a right answer must make.'),
  modelAnswer: prose,
});

export const SpotTheDefectItemSchema = z.strictObject({
  ...itemBase,
  type: z.literal('spot-the-defect'),
  listing: z.strictObject({
    language: z.enum(['go', 'rust']),
    version: prose.describe('The language version the claim holds for, such as Go 1.19 or Rust 1.85.'),
    code: prose,
  }),
  defects: z
    .array(z.strictObject({ lines: z.array(z.int().positive()).min(1), rationale: prose }))
    .min(1)
    .describe('Each defect and every line that counts as marking it (1-based).'),
  decoys: z
    .array(z.strictObject({ line: z.int().positive(), rationale: prose }))
    .default([])
    .describe('Innocent lines that look guilty, with the reason they are fine.'),
});

const AnyItemSchema = z.discriminatedUnion('type', [
  SingleChoiceItemSchema,
  MultipleChoiceItemSchema,
  OrderingItemSchema,
  MatchingItemSchema,
  NumericItemSchema,
  ShortAnswerItemSchema,
  SpotTheDefectItemSchema,
]);

type AnyItem = z.infer<typeof AnyItemSchema>;

/** Cross-field rules that shape alone cannot state: the key must point at something that exists. */
function keyProblem(item: AnyItem): string | null {
  const ids = (list: readonly { id: string }[]) => list.map((entry) => entry.id);
  const unknown = (wanted: readonly string[], known: readonly string[]) => wanted.filter((id) => !known.includes(id));
  const listed = (missing: readonly string[], known: readonly string[]) =>
    missing.length > 0 ? `key names ${missing.join(', ')}; expected ids out of ${known.join(', ')}` : null;
  switch (item.type) {
    case 'single-choice':
      return listed(unknown([item.key], ids(item.options)), ids(item.options));
    case 'multiple-choice':
      return listed(unknown(item.key, ids(item.options)), ids(item.options));
    case 'ordering':
      return [...item.key].sort().join() === ids(item.entries).sort().join()
        ? null
        : `key must hold each entry exactly once: ${ids(item.entries).join(', ')}`;
    case 'matching':
      return (
        listed(unknown(ids(item.entries), Object.keys(item.key)), Object.keys(item.key)) ??
        listed(unknown(Object.keys(item.key), ids(item.entries)), ids(item.entries)) ??
        listed(unknown(Object.values(item.key), ids(item.categories)), ids(item.categories))
      );
    case 'numeric':
      return item.tolerance.relative === undefined && item.tolerance.absolute === undefined
        ? 'tolerance needs relative or absolute'
        : null;
    case 'short-answer':
      return item.required > item.points.length
        ? `required is ${item.required}, but there are ${item.points.length} points`
        : null;
    case 'spot-the-defect': {
      const last = item.listing.code.trimEnd().split('\n').length;
      const beyond = [
        ...item.defects.flatMap((defect) => defect.lines),
        ...item.decoys.map((decoy) => decoy.line),
      ].filter((line) => line > last);
      return beyond.length > 0 ? `line ${beyond.join(', ')} lies beyond the listing's ${last} lines` : null;
    }
    default:
      return item satisfies never;
  }
}

function duplicates(item: AnyItem): string[] {
  const lists =
    'options' in item
      ? [item.options]
      : 'categories' in item
        ? [item.entries, item.categories]
        : 'entries' in item
          ? [item.entries]
          : [];
  return lists.flatMap((list) => list.map((entry) => entry.id).filter((id, index, all) => all.indexOf(id) !== index));
}

export const ItemSchema = AnyItemSchema.superRefine((item, context) => {
  const problem = keyProblem(item);
  if (problem) context.addIssue({ code: 'custom', path: ['key'], message: problem });
  for (const id of duplicates(item))
    context.addIssue({ code: 'custom', path: ['options'], message: `id ${id} is used twice` });
});
export type Item = z.infer<typeof ItemSchema>;
export type ItemType = Item['type'];

export const ConfidenceSchema = z.enum(['sure', 'think-so', 'guess']);
export type Confidence = z.infer<typeof ConfidenceSchema>;

/** What a learner gave to one item. */
export const ResponseSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('single-choice'), chosen: LocalIdSchema }),
  z.strictObject({ type: z.literal('multiple-choice'), chosen: z.array(LocalIdSchema).max(8) }),
  z.strictObject({ type: z.literal('ordering'), order: z.array(LocalIdSchema).max(8) }),
  z.strictObject({ type: z.literal('matching'), placed: z.record(LocalIdSchema, LocalIdSchema) }),
  z.strictObject({ type: z.literal('numeric'), value: z.number() }),
  z.strictObject({ type: z.literal('short-answer'), text: cleanText(2_000).min(1) }),
  z.strictObject({ type: z.literal('spot-the-defect'), lines: z.array(z.int().positive()).min(1).max(12) }),
]);
export type Response = z.infer<typeof ResponseSchema>;

/** Arithmetic on one response. Unscorable is not wrong: the response did not fit the item. */
export const ItemScoreSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('scored'), share: z.number().min(0).max(1), isCorrect: z.boolean() }),
  z.strictObject({
    type: z.literal('unscorable'),
    reason: z.enum(['wrong-type', 'unknown-option', 'incomplete', 'unknown-line', 'not-a-number']),
  }),
]);
export type ItemScore = z.infer<typeof ItemScoreSchema>;
