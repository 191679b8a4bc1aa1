import type { Item, ItemScore, Response } from '@/schemas/item';
import { statesPhrasing } from '../text/states-phrasing';
import { type OfType, partlyScored, unscorable } from './verdicts';

/** For each point of the item, whether the text makes it in one of its phrasings. */
export function madePoints(item: OfType<Item, 'short-answer'>, text: string): boolean[] {
  return item.points.map((point) =>
    [point.text, ...point.phrasings].some((phrasing) => statesPhrasing({ text, phrasing, known: item.stem })),
  );
}

/** share = points made / points required, at most 1. */
export function scoreShortAnswer(
  item: OfType<Item, 'short-answer'>,
  response: OfType<Response, 'short-answer'>,
): ItemScore {
  if (response.text.trim() === '') return unscorable('incomplete');
  const made = madePoints(item, response.text).filter(Boolean).length;
  return partlyScored(made / item.required, made >= item.required);
}
