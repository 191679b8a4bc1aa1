import type { Item, ItemScore, Response } from '@/schemas/item';
import { type OfType, scored, unscorable } from './verdicts';

/** The chosen option is the key, or it is not. */
export function scoreSingleChoice(
  item: OfType<Item, 'single-choice'>,
  response: OfType<Response, 'single-choice'>,
): ItemScore {
  if (!item.options.some((option) => option.id === response.chosen)) return unscorable('unknown-option');
  return scored(response.chosen === item.key);
}
