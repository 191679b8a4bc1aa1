import { expect, test } from 'vitest';
import type { CriterionGrade } from '@/schemas/grade';
import { CriterionIdSchema, ScenarioIdSchema } from '@/schemas/ids';
import type { Level } from '@/schemas/rubric';
import { standingDecision } from './decided-grade';
import { isChanged, markedGroup, toMarkedDraft } from './marked-group';

const S01 = ScenarioIdSchema.parse('S01');
const id = CriterionIdSchema.parse('S01-1');
const line = (level: Level, machineLevel?: Level): CriterionGrade => ({
  ...{ id, points: 0, max: 4, level, confidence: 0.8, evidence: [], feedback: 'x' },
  ...(machineLevel ? { person: { machineLevel, reason: 'The date is named.' } } : {}),
});
const event = (kind: 'machine' | 'review' | 'appeal' | 'regrade' | 'undo', criterion: CriterionGrade) => ({
  kind,
  grade: { criteria: [criterion] },
});

test('an undo takes back the decision before it', () => {
  const machine = event('machine', line('none'));
  const first = event('review', line('half', 'none'));
  const second = event('appeal', line('full', 'none'));
  expect(standingDecision([machine])).toBeNull();
  expect(standingDecision([machine, first, event('undo', line('none'))])).toBeNull();
  expect(standingDecision([machine, first, second])?.isAppeal).toBe(true);
  expect(standingDecision([machine, first, second, event('undo', line('half', 'none'))])?.person).toBe(first.grade);
});

test('a decision is held against the machine grade it was about, and a confirmation agrees', () => {
  const machine = event('machine', line('none'));
  const regraded = event('regrade', line('full', 'half'));
  const decision = standingDecision([machine, event('review', line('full', 'none')), regraded]);
  if (!decision) throw new Error('none');
  expect(toMarkedDraft(S01, decision).criteria).toEqual([
    { criterionId: id, machine: 'none', person: 'full', confidence: 0.8 },
  ]);
  const confirmed = standingDecision([machine, event('review', line('none'))]);
  expect(confirmed && isChanged(toMarkedDraft(S01, confirmed))).toBe(false);
  // After a regrade that carries a ruling, the machine's own level is the one beneath it.
  const later = standingDecision([machine, regraded, event('review', line('full', 'half'))]);
  expect(later && toMarkedDraft(S01, later).criteria[0]).toMatchObject({ machine: 'half', person: 'full' });
});

test('a group tells drafts from criteria, and gives no kappa below ten drafts', () => {
  const draft = (machine: Level, person: Level) => ({
    scenarioId: S01,
    criteria: [{ criterionId: id, machine, person, confidence: 0.95 }],
  });
  const nine = Array.from({ length: 9 }, (_, at) => draft(at % 2 ? 'full' : 'none', at % 2 ? 'full' : 'none'));
  expect(markedGroup(nine).kappa).toMatchObject({ reason: 'too-few', n: 9 });
  const ten = markedGroup([...nine, draft('full', 'none')]);
  expect(ten.exact).toMatchObject({ value: 0.9, n: 10 });
  expect(ten.criteria[0]).toMatchObject({ n: 10, changed: 1 });
  expect(ten.bins).toMatchObject([{ from: 0.9, n: 10, hits: 9, share: { value: 0.9 } }]);
});
