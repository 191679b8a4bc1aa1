import type { OverviewRow } from '@/schemas/result';
import { personName } from './person-name';

/** What the overview is sorted by: a name, the last visit, or a module by its id. */
export interface Order {
  readonly by: string;
  readonly isDescending: boolean;
}

type Standing = OverviewRow['modules'][number];

/** Whether somebody has done anything that counts; visitors who only looked have not. */
export function hasBegun(row: OverviewRow): boolean {
  return row.modules.some((module) => module.lessonsRead + module.quizRight + module.handIns > 0);
}

/** From nothing done to all done: complete first, then the best grade, then items right, then lessons read. */
function compareStandings(one: Standing | undefined, other: Standing | undefined): number {
  const rank = (standing: Standing | undefined) => [
    Number(standing?.isComplete ?? false),
    standing?.bestOverall ?? -1,
    standing?.quizRight ?? 0,
    standing?.lessonsRead ?? 0,
  ];
  const [left, right] = [rank(one), rank(other)];
  const place = left.findIndex((value, index) => value !== right[index]);
  return place === -1 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
}

function compareRows(by: string, one: OverviewRow, other: OverviewRow): number {
  if (by === 'name') return personName(one).localeCompare(personName(other), 'en-GB');
  if (by === 'seen') return (one.lastActiveAt ?? 0) - (other.lastActiveAt ?? 0);
  const standing = (row: OverviewRow) => row.modules.find(({ moduleId }) => moduleId === by);
  return compareStandings(standing(one), standing(other));
}

/** Rows in the wanted order; equals stay as they were. Without one: visitors who only looked come last. */
export function orderRows(rows: readonly OverviewRow[], order: Order | null): OverviewRow[] {
  if (!order) return rows.toSorted((one, other) => Number(hasBegun(other)) - Number(hasBegun(one)));
  const sign = order.isDescending ? -1 : 1;
  return rows.toSorted((one, other) => sign * compareRows(order.by, one, other));
}

/** A press on a heading: names rise first, figures fall first, and a second press turns the order round. */
export function nextOrder(order: Order | null, by: string): Order {
  if (order?.by === by) return { by, isDescending: !order.isDescending };
  return { by, isDescending: by !== 'name' };
}
