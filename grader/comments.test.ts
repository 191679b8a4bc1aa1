import { expect, test } from 'vitest';
import type { Comment } from '@/schemas/feedback';
import { type Grade, GradeSchema } from '@/schemas/grade';
import { PartialHandInSchema } from '@/schemas/scenario';
import { FIXTURE_EXERCISE } from '@/tests/support/graded-exercise';
import { commentsOf, inFeedbackOrder } from './comments';
import { explainFlag } from './explain-flag';
import { gradeHandIn } from './grade-hand-in';

const handIn = (explanation: string) =>
  PartialHandInSchema.parse({ choices: { 'http-api': 'go' }, boundary: 'none', explanation });
const graded = gradeHandIn(FIXTURE_EXERCISE, handIn(''));
const evidence = { start: 0, end: 2, quote: 'Go' };
const quiet = { flags: [], misconceptions: [], needsReview: false, boundary: { credit: 1, verdict: 'defensible' } };

/** Comments on a grade with nothing to say but what is given. */
const onGrade = (given: object): Comment[] => commentsOf(GradeSchema.parse({ ...graded, ...quiet, ...given }));
const told = (given: object) => onGrade(given).map(({ type, about, id }) => [type, about, id]);

test.each<[string, object, string[][]]>([
  ['nothing', {}, []],
  [
    'board and text that disagree',
    {
      choices: { 'http-api': { credit: 0, verdict: 'wrong' } },
      contradictions: [{ component: 'http-api', picked: 'go', written: 'rust', evidence }],
    },
    [['essential', 'component', 'http-api']],
  ],
  [
    'a boundary that the text puts elsewhere',
    { boundaryContradiction: { picked: 'none', written: 'queue', evidence } },
    [['essential', 'boundary']],
  ],
  ['a wrong sum', { arithmetic: [{ ...evidence, written: 190, computed: 180 }] }, [['essential', 'sums']]],
  ['a misconception', { misconceptions: ['no-pauses'] }, [['essential', 'misconception', 'no-pauses']]],
  [
    'a choice that nothing carries',
    { choices: { 'http-api': { credit: 0, verdict: 'wrong' } } },
    [['actionable', 'component', 'http-api']],
  ],
  [
    'an unusual choice that the argument carries',
    { choices: { 'http-api': { credit: 0.5, verdict: 'weak' } } },
    [['celebratory', 'component', 'http-api']],
  ],
  ['an unusual boundary', { boundary: { credit: 0.5, verdict: 'weak' } }, [['celebratory', 'boundary']]],
  ['text to the grader', { flags: ['hostile'] }, [['informative', 'flag', 'hostile']]],
  ['another question answered', { flags: ['off_target'] }, [['essential', 'flag', 'off_target']]],
  ['rows of terms', { flags: ['stuffing'] }, [['actionable', 'flag', 'stuffing']]],
  ['a request for a person', { needsReview: true }, [['informative', 'review']]],
])('%s: each kind of comment has its type', (_, given, expected) => {
  expect(told(given)).toEqual(expected.map(([type, about, id]) => [type, about, id]));
});

test('a mismatch is told once: by the boundary alone where nothing else disagrees, with its cap where a choice does', () => {
  const boundaryContradiction = { picked: 'none', written: 'queue', evidence };
  expect(told({ flags: ['mismatch'], boundaryContradiction })).toEqual([['essential', 'boundary', undefined]]);
  const contradictions = [{ component: 'http-api', picked: 'go', written: 'rust', evidence }];
  expect(told({ flags: ['mismatch'], contradictions }).map(([, , id]) => id)).toEqual(['http-api', 'mismatch']);
});

test('essential comes first, then actionable, informative, celebratory; the rest of the order stays', () => {
  const types = onGrade({
    choices: { 'http-api': { credit: 0.5, verdict: 'weak' } },
    boundary: { credit: 0, verdict: 'wrong' },
    misconceptions: ['no-pauses'],
    needsReview: true,
  }).map(({ type }) => type);
  expect(types).toEqual(['essential', 'actionable', 'informative', 'celebratory']);
  const pieces = [
    { type: 'actionable', number: 1 },
    { type: 'essential', number: 2 },
    { type: 'actionable', number: 3 },
  ] as const;
  expect(inFeedbackOrder(pieces).map(({ number }) => number)).toEqual([2, 1, 3]);
});

test('a grade carries its comments, and the same are worked out for a grade stored without', () => {
  const { comments, ...old }: Grade = gradeHandIn(FIXTURE_EXERCISE, handIn('Too short to say much.'));
  expect(comments?.map(({ id }) => id)).toContain('too_short');
  expect(commentsOf(old)).toEqual(comments);
});

test('no comment on a choice names another choice: what would have been right opens later', () => {
  const texts = onGrade({
    choices: { 'http-api': { credit: 0, verdict: 'wrong' } },
    boundary: { credit: 0.5, verdict: 'weak' },
  }).map(({ text }) => text);
  expect(texts).toHaveLength(2);
  expect(texts.join()).not.toMatch(/\b(rust|go|either|keep|existing|queue|process|library|wasm|sidecar)\b/i);
});

test('an unknown flag is named rather than hidden', () => {
  expect(explainFlag('very_odd')).toEqual({ type: 'informative', text: 'The grader noted “very odd”.' });
  expect(explainFlag('mismatch').text).toContain('50 %');
});
