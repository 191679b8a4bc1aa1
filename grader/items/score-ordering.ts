import type { Item, ItemScore, Response } from '@/schemas/item';
import { type OfType, partlyScored, unscorable } from './verdicts';

/**
 * share = max(0, (pairs in the right order − pairs in the wrong order) / pairs), which is Kendall's tau cut at zero:
 * a shuffled guess earns about nothing, one swap of neighbours costs one pair.
 */
export function scoreOrdering(item: OfType<Item, 'ordering'>, response: OfType<Response, 'ordering'>): ItemScore {
  const place = new Map(item.key.map((id, index) => [id, index]));
  const places = response.order.map((id) => place.get(id));
  const known = places.filter((index) => index !== undefined);
  if (known.length < places.length) return unscorable('unknown-option');
  if (new Set(known).size !== item.key.length || known.length !== item.key.length) return unscorable('incomplete');
  const pairs = (known.length * (known.length - 1)) / 2;
  const inverted = known.reduce(
    (sum, index, at) => sum + known.slice(at + 1).filter((later) => later < index).length,
    0,
  );
  return partlyScored((pairs - 2 * inverted) / pairs, inverted === 0);
}
