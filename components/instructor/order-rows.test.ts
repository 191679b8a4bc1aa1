import { expect, test } from 'vitest';
import { LearnerIdSchema } from '@/schemas/ids';
import type { OverviewRow } from '@/schemas/result';
import { nextOrder, orderRows } from './order-rows';

function rowOf(name: string, standing: Partial<OverviewRow['modules'][number]> = {}, lastActiveAt = 0): OverviewRow {
  const nothing = { moduleId: 'M3', lessonsRead: 0, quizRight: 0, quizTotal: 9, bestOverall: null, handIns: 0 };
  const modules = [{ ...nothing, isComplete: false, ...standing }];
  return {
    learnerId: LearnerIdSchema.parse(`id-${name}-0001`),
    name,
    email: null,
    isGuest: false,
    lastActiveAt,
    modules,
  };
}
const names = (rows: readonly OverviewRow[]) => rows.map(({ name }) => name);

const rows = [
  rowOf('Looked'),
  rowOf('Read', { lessonsRead: 3 }, 30),
  rowOf('Best', { bestOverall: 0.9, quizRight: 1 }, 10),
  rowOf('Done', { bestOverall: 0.7, isComplete: true, handIns: 2 }, 20),
];

test('without an order, whoever has not begun comes last and the rest stay as they were', () => {
  expect(names(orderRows(rows, null))).toEqual(['Read', 'Best', 'Done', 'Looked']);
});

test('a module sorts by complete, then best grade, then what was read', () => {
  expect(names(orderRows(rows, { by: 'M3', isDescending: true }))).toEqual(['Done', 'Best', 'Read', 'Looked']);
});

test('names and last visits sort both ways', () => {
  expect(names(orderRows(rows, { by: 'name', isDescending: false }))).toEqual(['Best', 'Done', 'Looked', 'Read']);
  expect(names(orderRows(rows, { by: 'seen', isDescending: true }))[0]).toBe('Read');
});

test('a first press sorts names up and figures down, a second turns round', () => {
  expect(nextOrder(null, 'name')).toEqual({ by: 'name', isDescending: false });
  expect(nextOrder(null, 'M3')).toEqual({ by: 'M3', isDescending: true });
  expect(nextOrder({ by: 'M3', isDescending: true }, 'M3')).toEqual({ by: 'M3', isDescending: false });
});
