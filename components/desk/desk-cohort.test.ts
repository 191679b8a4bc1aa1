import { expect, test } from 'vitest';
import type { CohortSummary } from '@/schemas/dashboard-view';
import { type DeskCohort, tasksOf } from './desk-cohort';

const summary = (atRisk: number): CohortSummary => ({
  ...{ people: 9, atRisk, standings: { 'not-started': 0, 'under-way': 9, complete: 0 }, modules: [] },
  ...{
    funnel: { started: 9, read: 9, quiz: 3, handedIn: 2, passed: 1 },
    medianMinutes: null,
    timed: 0,
    assignments: 0,
  },
});

const cohort = (id: string, over: Partial<DeskCohort> = {}): DeskCohort => ({
  ...{ id, name: id, archivedAt: null, learners: 9, instructors: 1, reviewers: 0, leads: 0, openInvites: 0 },
  ...{ isDemo: false, waiting: 0, appeals: 0, figures: { state: 'none' } },
  ...over,
});

test('what is disputed comes before drafts, drafts before people, and reports are last', () => {
  const busy = cohort('one', { waiting: 3, appeals: 1, figures: { state: 'counted', summary: summary(2) } });
  expect(tasksOf([busy], 4).map(({ kind, count }) => [kind, count])).toEqual([
    ['appeals', 1],
    ['drafts', 3],
    ['people', 2],
    ['reports', 4],
  ]);
});

test('a task adds cohorts up and leads to the one with most', () => {
  const [task] = tasksOf([cohort('one', { waiting: 3 }), cohort('two', { waiting: 5 })], 0);
  expect(task).toEqual({ kind: 'drafts', count: 8, href: '/instructor/cohorts/two/reviews', where: 'most in two' });
});

test('the demo counts only while nobody real learns, and what is archived never', () => {
  const demo = cohort('demo', { isDemo: true, waiting: 46 });
  const old = cohort('old', { archivedAt: 1, waiting: 7 });
  expect(tasksOf([demo, old, cohort('real', { waiting: 1 })], 0)[0]?.count).toBe(1);
  expect(tasksOf([demo, old, cohort('nobody', { learners: 0 })], 0)[0]?.count).toBe(46);
});

test('where nothing waits there is no line', () => expect(tasksOf([cohort('one')], 0)).toEqual([]));
