import type { Item, ItemScore, Response } from '@/schemas/item';
import { type OfType, partlyScored, unscorable } from './verdicts';

/** share = entries in the right category / entries. Every entry must be placed. */
export function scoreMatching(item: OfType<Item, 'matching'>, response: OfType<Response, 'matching'>): ItemScore {
  const placed = new Map(Object.entries(response.placed));
  const categories = new Set(item.categories.map((category) => category.id));
  const entries = item.entries.map((entry) => entry.id);
  if ([...placed.keys()].some((id) => !entries.includes(id))) return unscorable('unknown-option');
  if ([...placed.values()].some((id) => !categories.has(id))) return unscorable('unknown-option');
  if (placed.size < entries.length) return unscorable('incomplete');
  const right = entries.filter((id) => placed.get(id) === item.key[id]).length;
  return partlyScored(right / entries.length, right === entries.length);
}
