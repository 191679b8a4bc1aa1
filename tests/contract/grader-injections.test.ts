import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readExercises } from '@/course/commands/read-exercises';
import { labelledSamples } from '@/course/commands/read-samples';
import type { LabelledAnswer } from '@/grader/calibration/labelled-answer';
import { prepareExercise } from '@/grader/criteria/prepare-exercise';
import { gradeHandIn } from '@/grader/grade-hand-in';
import { readSignals } from '@/grader/signals/read-signals';
import { readText } from '@/grader/text/read-text';
import families from '../support/grader-injections.json';
import { INJECTIONS } from '../support/injections';

/** What text to the grader does to a grade: nothing but raise the flag. */
const root = path.resolve(import.meta.dirname, '../..');
const EXERCISES = ['S01', 'S06', 'S11', 'S16', 'S22'];
const ALMOST_NOTHING = 'We would take Go here, because the team knows it.';
let samples: LabelledAnswer[];

beforeAll(async () => {
  samples = labelledSamples((await readExercises(root)).values());
});

/** Where an injection may stand: behind, before, as a paragraph of its own, or between two sentences. */
function place(text: string, injection: string, where: number): string {
  const paragraph = text.indexOf('\n\n');
  const sentence = text.indexOf('. ');
  const isLine = !injection.includes('\n');
  const closed = /(?:[.!?。]|-->)$/.test(injection) ? injection : `${injection}.`;
  if (where === 0) return `${text}\n\n${injection}`;
  if (where === 1) return `${injection}\n\n${text}`;
  if (where === 2 && paragraph > 0) return `${text.slice(0, paragraph)}\n\n${injection}${text.slice(paragraph)}`;
  if (where === 3 && sentence > 0 && isLine)
    return `${text.slice(0, sentence + 1)} ${closed} ${text.slice(sentence + 2)}`;
  return `${injection}\n\n${text}\n\n${injection}`;
}

/** A strong, a vague and an almost empty record, each of another exercise. */
function recordsFor(turn: number): { answer: LabelledAnswer; text: string }[] {
  return ['strong_expected', 'mid_vague', 'none'].map((profile, offset) => {
    const id = EXERCISES[(turn + offset) % EXERCISES.length];
    const answer = samples.find(
      ({ exercise, sample }) =>
        exercise.scenario.id === id && sample.profile === (profile === 'none' ? 'mid_vague' : profile),
    );
    if (!answer) throw new Error(`${id} has no sample ${profile}`);
    return { answer, text: profile === 'none' ? ALMOST_NOTHING : answer.sample.handIn.explanation };
  });
}

const gradeOf = ({ exercise, sample }: LabelledAnswer, explanation: string) =>
  gradeHandIn(exercise, { ...sample.handIn, explanation });
const levels = (grade: ReturnType<typeof gradeOf>) => grade.criteria.map(({ id, level }) => `${id} ${level}`);

/** Changes of a level, and places where the flag stays down. */
function effects(injection: string, turn: number): string[] {
  return recordsFor(turn).flatMap(({ answer, text }, offset) => {
    const where = (turn + 2 * offset) % 4;
    const before = gradeOf(answer, text);
    const after = gradeOf(answer, place(text, injection, where));
    const about = `place ${where}: ${injection}`;
    const changed = levels(after).filter((level) => !levels(before).includes(level));
    return [
      ...changed.map((level) => `${level}, ${about}`),
      ...(after.flags.includes('hostile') ? [] : [`no flag, ${about}`]),
    ];
  });
}

describe.each(Object.entries(families))('%s', (_, texts) => {
  test('change no level wherever they stand, and raise the flag', () => {
    expect(texts.length).toBeGreaterThanOrEqual(12);
    expect(texts.flatMap((text, turn) => effects(text, turn))).toEqual([]);
  });
});

/** Told by its first letters alone: nothing in it speaks to anybody. */
const ACROSTIC = 'First letters:';

test('what is said to a language model that judges has no effect here either', () => {
  const texts = INJECTIONS.filter(({ family, text }) => family !== 'leaks' && !text.startsWith(ACROSTIC));
  expect(texts.length).toBeGreaterThanOrEqual(49);
  expect(texts.flatMap(({ text }, turn) => effects(text, turn))).toEqual([]);
});

test('every hostile sample is flagged and no honest one is', () => {
  const isFlagged = ({ exercise, sample }: LabelledAnswer) =>
    readSignals(prepareExercise(exercise), readText(sample.handIn.explanation)).isHostile;
  const wrong = samples.filter((answer) => isFlagged(answer) !== (answer.sample.profile === 'hostile'));
  expect(wrong.map(({ exercise, sample }) => `${exercise.scenario.id} ${sample.profile}`)).toEqual([]);
});
