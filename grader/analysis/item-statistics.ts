import type { ItemId, LessonId } from '@/schemas/ids';
import type { Item, ItemType } from '@/schemas/item';
import type { ItemStatistics, ItemVersion } from '@/schemas/item-analysis';
import { itemSeconds } from '../estimate-minutes';
import type { ValueCount } from '../statistics/median';
import { type AnalysedOption, analyseItem } from './analyse-item';
import { findProblems } from './find-problems';
import type { ResponseCount } from './response-count';

/** Options with their keys; none for kinds of item where nothing is picked from a list. */
export function optionsOf(item: Item): AnalysedOption[] {
  if (item.type === 'single-choice') return item.options.map(({ id }) => ({ id, isKey: id === item.key }));
  if (item.type === 'multiple-choice') return item.options.map(({ id }) => ({ id, isKey: item.key.includes(id) }));
  return [];
}

/** An item as far as figures about it go: no text and no rationale. */
export interface AnalysedItem {
  readonly id: ItemId;
  readonly type: ItemType;
  readonly options: readonly AnalysedOption[];
  /** Of the wording in the course now. */
  readonly hash: string;
}

/** What was counted for one item, over all its wordings. */
export interface ItemCounts {
  readonly lessonId: LessonId;
  readonly item: AnalysedItem;
  readonly counts: readonly ResponseCount[];
  readonly times: readonly (ValueCount & { readonly hash: string | null })[];
}

/**
 * Figures of the wording now in the course, with all wordings side by side. Answers from before wordings were kept count
 * as the present one while no other is known: nothing says that the item changed.
 */
export function itemStatistics({ lessonId, item, counts, times }: ItemCounts): ItemStatistics {
  const { hash, options } = item;
  const hashes = [...new Set(counts.map((count) => count.hash))];
  const isUnedited = hashes.every((one) => one === null || one === hash);
  const isCurrent = (one: string | null) => one === hash || (one === null && isUnedited);
  const figures = analyseItem(
    counts.filter((count) => isCurrent(count.hash)),
    options,
    times.filter((time) => isCurrent(time.hash)),
  );
  const shown = isUnedited ? [hash] : hashes;
  const versions = shown
    .map((one): ItemVersion => {
      const own = isUnedited ? counts : counts.filter((count) => count.hash === one);
      const { n, difficulty, discrimination } = analyseItem(own, [], []);
      const since = Math.min(...own.map((count) => count.since));
      return { hash: one, isCurrent: isCurrent(one), since, figures: { n, difficulty, discrimination } };
    })
    .filter(({ figures: { n } }) => n > 0)
    .sort((one, other) => one.since - other.since);
  return { itemId: item.id, lessonId, figures, versions, problems: findProblems(figures, itemSeconds(item.type)) };
}
