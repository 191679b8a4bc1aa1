import type { Item, Response } from '@/schemas/item';
import { type Reveal, RevealSchema } from '@/schemas/reveal';
import { acceptedRange } from './items/score-numeric';
import { madePoints } from './items/score-short-answer';
import { foundDefects } from './items/score-spot-the-defect';

const noted = (list: readonly { id: string; rationale: string }[]) =>
  list.map(({ id, rationale }) => ({ id, rationale }));

/** Key and notes by item type. A response of another type makes no point and finds no defect. */
function opened(item: Item, response: Response) {
  switch (item.type) {
    case 'single-choice':
      return { type: item.type, key: [item.key], notes: noted(item.options) };
    case 'multiple-choice':
      return { type: item.type, key: item.key, notes: noted(item.options) };
    case 'ordering':
      return { type: item.type, key: item.key, notes: noted(item.entries) };
    case 'matching':
      return { type: item.type, key: item.key, notes: noted(item.entries) };
    case 'numeric':
      return {
        type: item.type,
        key: item.key,
        ...acceptedRange(item),
        notes: item.slips.map(({ value, rationale }) => ({ id: String(value), rationale })),
      };
    case 'short-answer': {
      const made = response.type === item.type ? madePoints(item, response.text) : [];
      return {
        type: item.type,
        modelAnswer: item.modelAnswer,
        points: item.points.map(({ id, text }, index) => ({ id, text, isMade: made[index] ?? false })),
        notes: noted(item.points),
      };
    }
    case 'spot-the-defect': {
      const found = response.type === item.type ? foundDefects(item, response.lines) : [];
      return {
        type: item.type,
        defects: item.defects.map(({ lines, rationale }, index) => ({
          lines,
          rationale,
          isFound: found[index] ?? false,
        })),
        notes: item.decoys.map(({ line, rationale }) => ({ id: String(line), rationale })),
      };
    }
    default:
      return item satisfies never;
  }
}

/** What opens once a learner has answered an item. The only way from an Item to its key outside the server. */
export function toReveal(item: Item, response: Response): Reveal {
  return RevealSchema.parse({
    itemId: item.id,
    rationale: item.rationale,
    sources: item.sources,
    ...opened(item, response),
  });
}
