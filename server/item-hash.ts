import 'server-only';
import type { Item } from '@/schemas/item';
import { toQuestion } from '@/schemas/question';
import { contentHash } from './db/json';

/** What decides whether an answer to the item is right. */
function keyOf(item: Item): unknown {
  switch (item.type) {
    case 'numeric':
      return [item.key, item.tolerance];
    case 'short-answer':
      return [item.required, item.points.map(({ id, text }) => [id, text])];
    case 'spot-the-defect':
      return item.defects.map(({ lines }) => lines);
    default:
      return item.key;
  }
}

/** What an item asks and what is right. A better rationale or another source changes neither. */
export const askedOfItem = (item: Item): unknown => [toQuestion(item), keyOf(item)];

/** Hash of the wording that a learner answered: figures of one wording are never mixed with those of another. */
export const itemHash = (item: Item): string => contentHash(askedOfItem(item));
