import { describe, expect, test } from 'vitest';
import { type Panel, PanelSchema } from '@/schemas/panel';
import { type LearnerGrade, LearnerGradeSchema } from '@/schemas/result';
import type { Level } from '@/schemas/rubric';
import { panelOutcome } from './panel-outcome';
import { toPanelReport } from './to-panel-report';
import { voteOf } from './vote-of';

const weighed = (level: Level, max = 2, judged = true) => ({
  level,
  max,
  points: { none: 0, half: max / 2, full: max }[level],
  ...(judged ? {} : { judged: false }),
});

describe('the vote of one reviewer', () => {
  test.each([
    ['all of theirs in full', [weighed('full'), weighed('full', 3)], 'approve'],
    ['one of two in half', [weighed('full'), weighed('half')], 'approve-with-conditions'],
    ['a single criterion in half: exactly half of the points', [weighed('half')], 'approve-with-conditions'],
    [
      'a full two-point and an empty two-point criterion',
      [weighed('full'), weighed('none')],
      'approve-with-conditions',
    ],
    ['a full two-point and an empty three-point criterion', [weighed('full', 2), weighed('none', 3)], 'not-yet'],
    ['a half and nothing', [weighed('half'), weighed('none')], 'not-yet'],
    ['nothing', [weighed('none')], 'not-yet'],
    ['one in full, one that could not be judged', [weighed('full'), weighed('none', 3, false)], 'approve'],
    ['nothing that could be judged', [weighed('none', 3, false)], null],
    ['nothing at all', [], null],
  ])('%s', (_name, criteria, vote) => {
    expect(voteOf(criteria)).toBe(vote);
  });
});

describe('the outcome of a panel', () => {
  test.each([
    ['all approve, nothing is left', ['approve', 'approve'], 0, true, 'approved'],
    ['all approve, a pick is left to settle', ['approve', 'approve'], 1, true, 'approved-with-conditions'],
    ['somebody had nothing to judge', ['approve', null], 0, true, 'approved-with-conditions'],
    ['passed against one vote', ['approve', 'not-yet'], 1, true, 'approved-with-conditions'],
    ['all approve and the picks lose it', ['approve', 'approve'], 2, false, 'not-yet'],
  ] as const)('%s', (_name, votes, conditions, isPassed, outcome) => {
    expect(panelOutcome({ votes, conditions, isPassed })).toBe(outcome);
  });
});

const opening = (who: string) => ({
  approve: `${who} approves of this record as it is.`,
  'approve-with-conditions': `${who} approves of it with conditions.`,
  'not-yet': `${who} cannot approve of this record yet.`,
});
const panel: Panel = PanelSchema.parse({
  scenario: 'S01',
  reviewers: [
    { id: 'delivery', title: 'Delivery', criteria: ['S01-1'], opening: opening('Delivery') },
    { id: 'operations', title: 'Operations', criteria: ['S01-2'], opening: opening('Operations') },
    { id: 'archive', title: 'Archive', criteria: ['S01-9'], opening: opening('Archive') },
  ],
});

const criterion = (id: string, level: Level) => ({
  ...weighed(level),
  id,
  confidence: 0.9,
  evidence: level === 'none' ? [] : [{ start: 0, end: 3, quote: 'Go,' }],
  feedback: `About ${id}.`,
  title: `Title of ${id}`,
  hint: `What about ${id}?`,
  type: level === 'full' ? 'celebratory' : 'actionable',
  reread: [],
});
const grade = (change: object = {}): LearnerGrade =>
  LearnerGradeSchema.parse({
    explanation: { points: 3, max: 4 },
    choices: { api: { credit: 1, verdict: 'defensible' } },
    boundary: { credit: 1, verdict: 'defensible' },
    flags: [],
    overall: 0.8,
    needsReview: false,
    criteria: [criterion('S01-1', 'full'), criterion('S01-2', 'half')],
    contradictions: [],
    comments: [],
    misconceptions: [],
    ...change,
  });
const view = { components: [{ id: 'api', name: 'The API' }], isPassed: true };

describe('the report of a panel', () => {
  test('each reviewer says one opening, the one of their vote, and speaks of their own criteria', () => {
    const report = toPanelReport(panel, grade(), view);
    expect(report.reviews.map(({ title, vote, opening: said }) => [title, vote, said])).toEqual([
      ['Delivery', 'approve', 'Delivery approves of this record as it is.'],
      ['Operations', 'approve-with-conditions', 'Operations approves of it with conditions.'],
    ]);
    expect(JSON.stringify(report)).not.toContain('cannot approve');
    expect(report.reviews[0]?.findings).toMatchObject([{ id: 'S01-1', quotes: ['Go,'], feedback: 'About S01-1.' }]);
    expect(report.outcome).toBe('approved-with-conditions');
  });

  test('a criterion that the stored grade does not have has no voice, nor has its reviewer', () => {
    expect(toPanelReport(panel, grade(), view).reviews.map(({ id }) => id)).not.toContain('archive');
  });

  test('conditions are criteria not met in full, weak picks, a weak boundary, and disagreement of text and board', () => {
    const found = grade({
      choices: { api: { credit: 0.5, verdict: 'weak' } },
      boundary: { credit: 0, verdict: 'wrong' },
      contradictions: [
        { component: 'api', picked: 'go', written: 'rust', evidence: { start: 0, end: 3, quote: 'Go,' } },
        { component: 'api', picked: 'go', written: 'either', evidence: { start: 0, end: 3, quote: 'Go,' } },
      ],
    });
    expect(toPanelReport(panel, found, view).conditions).toEqual([
      { type: 'criterion', reviewer: 'Operations', title: 'Title of S01-2', ask: 'What about S01-2?' },
      { type: 'part', name: 'The API', verdict: 'weak' },
      { type: 'boundary', verdict: 'wrong' },
      { type: 'contradiction', name: 'The API' },
    ]);
  });

  test('without anything to settle it is approved; below the pass mark never', () => {
    const all = grade({ criteria: [criterion('S01-1', 'full'), criterion('S01-2', 'full')] });
    expect(toPanelReport(panel, all, view)).toMatchObject({ outcome: 'approved', conditions: [] });
    expect(toPanelReport(panel, all, { ...view, isPassed: false }).outcome).toBe('not-yet');
  });
});
