import type { Item, ItemScore, Response } from '@/schemas/item';
import { type OfType, partlyScored, unscorable } from './verdicts';

/**
 * share = max(0, (right options ticked − wrong options ticked) / options in the key): ticking everything does not pay.
 * Nothing ticked is incomplete, because every key holds at least one option.
 */
export function scoreMultipleChoice(
  item: OfType<Item, 'multiple-choice'>,
  response: OfType<Response, 'multiple-choice'>,
): ItemScore {
  const ticked = [...new Set(response.chosen)];
  if (ticked.some((id) => !item.options.some((option) => option.id === id))) return unscorable('unknown-option');
  if (ticked.length === 0) return unscorable('incomplete');
  const key = new Set(item.key);
  const right = ticked.filter((id) => key.has(id)).length;
  const wrong = ticked.length - right;
  return partlyScored((right - wrong) / key.size, right === key.size && wrong === 0);
}
