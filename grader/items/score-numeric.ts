import type { Item, ItemScore, Response } from '@/schemas/item';
import { type OfType, scored, unscorable } from './verdicts';

/** Lowest and highest value that count as right: the wider of the two tolerances. */
export function acceptedRange(item: OfType<Item, 'numeric'>): { low: number; high: number } {
  const relative = (item.tolerance.relative ?? 0) * Math.abs(item.key);
  const width = Math.max(relative, item.tolerance.absolute ?? 0);
  return { low: item.key - width, high: item.key + width };
}

/** Right inside the accepted range, its ends included (with room for binary rounding of decimals). */
export function scoreNumeric(item: OfType<Item, 'numeric'>, response: OfType<Response, 'numeric'>): ItemScore {
  if (!Number.isFinite(response.value)) return unscorable('not-a-number');
  const { low, high } = acceptedRange(item);
  const room = 1e-9 * Math.max(1, Math.abs(low), Math.abs(high));
  return scored(response.value >= low - room && response.value <= high + room);
}
