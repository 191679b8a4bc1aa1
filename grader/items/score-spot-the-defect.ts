import type { Item, ItemScore, Response } from '@/schemas/item';
import { type OfType, partlyScored, unscorable } from './verdicts';

/** For each defect, whether one of its lines was marked. */
export function foundDefects(item: OfType<Item, 'spot-the-defect'>, lines: readonly number[]): boolean[] {
  return item.defects.map((defect) => defect.lines.some((line) => lines.includes(line)));
}

/**
 * share = max(0, (defects found − innocent lines marked) / defects): marking every line does not pay.
 * Any line of a defect finds it; further lines of the same defect neither pay nor cost.
 */
export function scoreSpotTheDefect(
  item: OfType<Item, 'spot-the-defect'>,
  response: OfType<Response, 'spot-the-defect'>,
): ItemScore {
  const last = item.listing.code.trimEnd().split('\n').length;
  const marked = [...new Set(response.lines)];
  if (marked.some((line) => line < 1 || line > last)) return unscorable('unknown-line');
  if (marked.length === 0) return unscorable('incomplete');
  const found = foundDefects(item, marked).filter(Boolean).length;
  const guilty = new Set(item.defects.flatMap((defect) => defect.lines));
  const innocent = marked.filter((line) => !guilty.has(line)).length;
  return partlyScored((found - innocent) / item.defects.length, found === item.defects.length && innocent === 0);
}
