import { describe, expect, test } from 'vitest';
import { AssignmentPlanSchema } from '@/schemas/assignment';
import { readPlan } from './read-plan';

function formOf(changed: Record<string, string | string[]> = {}): FormData {
  const data = new FormData();
  const filled = {
    title: ' Before the review ',
    note: '',
    kind: 'exercises',
    scenarioIds: ['S01', 'S02'],
    opensAt: '2026-11-22T09:00',
    dueAt: '2026-12-01T17:30',
    counts: 'best',
    most: '',
    share: '',
    ...changed,
  };
  for (const [name, value] of Object.entries(filled)) for (const one of [value].flat()) data.append(name, one);
  return data;
}

describe('reading the form of an assignment', () => {
  test('a filled form is a plan that the server takes', () => {
    const read = readPlan(formOf({ most: '3', share: '80' }));
    expect(AssignmentPlanSchema.parse(read.ok && read.plan)).toMatchObject({
      title: 'Before the review',
      target: { type: 'exercises', scenarioIds: ['S01', 'S02'] },
      attempts: { counts: 'best', most: 3 },
      passing: { type: 'share', share: 0.8 },
      dueAt: new Date(2026, 11, 1, 17, 30).getTime(),
    });
  });
  test.each([
    [{ title: 'ab' }, 'title'],
    [{ kind: 'modules' }, 'target'],
    [{ opensAt: '' }, 'opensAt'],
    [{ dueAt: '' }, 'dueAt'],
    [{ dueAt: '2026-11-22T09:00' }, 'dueAt'],
    [{ most: '0' }, 'most'],
    [{ most: '1.5' }, 'most'],
    [{ share: '5' }, 'share'],
  ])('%o names the field', (changed, field) => {
    expect(readPlan(formOf(changed))).toMatchObject({ ok: false, field });
  });
});
