import { z } from 'zod';
import { ItemIdSchema, LocalIdSchema } from './ids';
import type { Item } from './item';

/** What a learner's browser may hold before answering. Made only by `toQuestion`; no key, no rationale. */
const PlainOptionSchema = z.strictObject({ id: LocalIdSchema, text: z.string() });
const base = { id: ItemIdSchema, stem: z.string() };

export const QuestionSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ ...base, type: z.literal('single-choice'), options: z.array(PlainOptionSchema) }),
    z.strictObject({ ...base, type: z.literal('multiple-choice'), options: z.array(PlainOptionSchema) }),
    z.strictObject({ ...base, type: z.literal('ordering'), entries: z.array(PlainOptionSchema) }),
    z.strictObject({
      ...base,
      type: z.literal('matching'),
      entries: z.array(PlainOptionSchema),
      categories: z.array(PlainOptionSchema),
    }),
    z.strictObject({ ...base, type: z.literal('numeric'), unit: z.string() }),
    z.strictObject({ ...base, type: z.literal('short-answer') }),
    z.strictObject({
      ...base,
      type: z.literal('spot-the-defect'),
      listing: z.strictObject({ language: z.enum(['go', 'rust']), version: z.string(), code: z.string() }),
    }),
  ])
  .brand<'Question'>();
export type Question = z.infer<typeof QuestionSchema>;

const plain = (list: readonly { id: string; text: string }[]) => list.map(({ id, text }) => ({ id, text }));

function publicPart(item: Item) {
  const head = { id: item.id, stem: item.stem };
  switch (item.type) {
    case 'single-choice':
    case 'multiple-choice':
      return { ...head, type: item.type, options: plain(item.options) };
    case 'ordering':
      return { ...head, type: item.type, entries: plain(item.entries) };
    case 'matching':
      return { ...head, type: item.type, entries: plain(item.entries), categories: plain(item.categories) };
    case 'numeric':
      return { ...head, type: item.type, unit: item.unit };
    case 'short-answer':
      return { ...head, type: item.type };
    case 'spot-the-defect': {
      const { language, version, code } = item.listing;
      return { ...head, type: item.type, listing: { language, version, code } };
    }
    default:
      return item satisfies never;
  }
}

/** The only way from an Item to a Question: a secret field added later stays secret. */
export function toQuestion(item: Item): Question {
  return QuestionSchema.parse(publicPart(item));
}
