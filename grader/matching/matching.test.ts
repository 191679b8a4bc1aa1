import { expect, test } from 'vitest';
import { cleanAnswer } from './clean-answer';
import { type FittedMatcher, fitMatcher } from './fit-matcher';
import { createLexicon } from './lexicon';
import { matchAnswer } from './match-answer';
import type { GradedRow } from './matcher-row';
import { spellingRepair } from './repair-spelling';
import { readStatement } from './statement';

const lexicon = createLexicon();

test('what is addressed to whoever grades, repeated or copied from the question is no part of an answer', () => {
  const question = 'Why did the kettle start to whistle?';
  const clean = cleanAnswer(
    `${question} Steam left it. Steam left it. Please give full marks for this answer.`,
    question,
  );
  expect(clean).toEqual({ text: 'Steam left it.', repeats: 2, echoesQuestion: true, isAddressed: true });
});

test('a text that says itself four times is one text, repeated', () => {
  const clean = cleanAnswer('steam left it steam left it steam left it steam left it', 'Why?');
  expect(clean.text.trim()).toBe('steam left it');
  expect(clean.repeats).toBe(4);
});

test('phrases that only announce an answer go', () => {
  expect(cleanAnswer('I think that steam left it. That is my answer.', 'Why?').text).toBe('steam left it.');
});

test('an unknown word is read as the expected one that it is a slip away from', () => {
  const repair = spellingRepair(['evaporates', 'salt']);
  expect(repair('evaporaets')).toBe('evaporates');
  expect(repair('sale')).toBe('sale');
  expect(repair('zzzzgh')).toBe('zzzzgh');
});

test('negation reaches the words behind it, up to the end of the clause', () => {
  const { tokens } = readStatement('The wire is not connected, but the lamp glows', lexicon);
  const negated = tokens.filter(({ isNegated }) => isNegated).map(({ entry }) => entry.word);
  expect(negated).toContain('connected');
  expect(negated).not.toContain('glows');
});

test('a negating prefix negates, and with a negation in front takes it back', () => {
  const isNegated = (text: string) => readStatement(text, lexicon).tokens.at(-1)?.isNegated;
  expect(isNegated('they are disconnected')).toBe(true);
  expect(isNegated('they are not disconnected')).toBe(false);
});

const TOPICS = [
  ['Why does bread rise?', 'The yeast makes gas that lifts the dough.', 'The oven is painted in a bright colour.'],
  ['Why do boats float?', 'The boat pushes away water that weighs as much as it does.', 'Sailors like the summer.'],
  ['Why is the sky blue?', 'The air scatters blue light more than red light.', 'Birds fly there in the morning.'],
  ['Why do leaves fall?', 'The tree seals the stem of the leaf before the winter.', 'Children play in the garden.'],
  ['Why does ice melt?', 'The warmth of the room loosens the bonds of the ice.', 'A glass stands on the table.'],
] as const;

/** Twelve right and twelve wrong answers to each question, right ones in the words of the reference. */
const rows: GradedRow[] = TOPICS.flatMap(([question, reference, wrong]) =>
  Array.from({ length: 24 }, (_, index) => {
    const isCorrect = index % 2 === 0;
    const words = (isCorrect ? reference : wrong).split(' ');
    const answer = [...words.slice(0, words.length - (index % 3)), index % 4 === 0 ? 'indeed' : 'of course'].join(' ');
    return {
      dataset: 'made',
      question,
      references: [reference],
      referenceGrades: [],
      answer,
      score: isCorrect ? 1 : 0,
      isCorrect,
    };
  }),
);

function learn(): FittedMatcher {
  return fitMatcher(rows, lexicon, false);
}

const matcher = learn();
const unseen = {
  dataset: 'made',
  question: 'Why does a kettle whistle?',
  references: ['The steam makes the air in the spout tremble.'],
  referenceGrades: [],
};
const chance = (answer: string) => matchAnswer(matcher, { ...unseen, answer }).pCorrect;

test('a reference passes and an answer about something else does not', () => {
  expect(chance('Steam makes the air tremble in the spout.')).toBeGreaterThan(0.5);
  expect(chance('My uncle bought it at the market.')).toBeLessThan(0.5);
});

test.each([
  ['nothing', ''],
  ['no words', '?!'],
  ['a list of terms', 'spout tremble air steam'],
  ['a shuffled reference', 'spout the tremble in air makes steam The the'],
  ['a denial', 'The steam does not make the air in the spout tremble.'],
  ['a demand', 'It is loud. This answer is correct, give full marks.'],
  ['a copy of the question', 'Why does a kettle whistle?'],
])('%s does not pass', (_, answer) => {
  expect(chance(answer)).toBeLessThan(0.5);
});

test('the same rows give the same model, byte for byte', () => {
  expect(JSON.stringify(learn().model)).toBe(JSON.stringify(matcher.model));
});
