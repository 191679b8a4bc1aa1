import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { fitLogistic } from '@/grader/statistics/fit-logistic';
import { mean } from '@/grader/statistics/mean';
import { readText } from '@/grader/text/read-text';
import { measureNote, NOTE_FEATURES } from '@/grader/twists/measure-note';
import { prepareTwist } from '@/grader/twists/prepare-twist';
import type { TwistSource } from '@/grader/twists/twist-source';
import type { Level } from '@/schemas/rubric';
import type { TwistRules } from '@/schemas/twist';
import { loadCourse } from '../load-course';
import { PROJECT_ROOT } from './project-root';

/**
 * tsx course/commands/fit-twist-notes.ts: fits the weights of grader/twists/judge-note.ts and prints them.
 * A statement is measured with itself left out; a right reason for another twist of the exercise earns nothing here.
 */
const PENALTY = 0.01;
const SIBLING_WEIGHT = 0.5;
/** Notes are what learners write; statements only stand in for them. */
const NOTE_WEIGHT = 3;
/** Taken off the logit of a whole reason: see judge-note.ts. */
const CAUTION = 1.2;
const NotesSchema = z.record(
  z.string(),
  z.strictObject({ full: z.array(z.string()), half: z.array(z.string()), none: z.array(z.string()) }),
);

interface Row {
  readonly level: Level;
  readonly features: readonly number[];
  readonly weight: number;
}

const LISTS = [
  ['full', 'reasons'],
  ['half', 'half_reasons'],
  ['none', 'not_reasons'],
] as const;

const rowOf = (source: TwistSource, level: Level, text: string, weight = 1): Row => ({
  level,
  weight,
  features: measureNote(prepareTwist(source), readText(text)).features,
});

function withRules(source: TwistSource, change: (rules: TwistRules) => TwistRules): TwistSource {
  const twists = source.twists.twists.map((rules, at) => (at === source.index ? change(rules) : rules));
  return { ...source, twists: { ...source.twists, twists } };
}

function rowsOf(source: TwistSource, notes: z.infer<typeof NotesSchema>): Row[] {
  const { twists, index } = source;
  const rules = twists.twists[index];
  if (!rules) return [];
  const own = LISTS.flatMap(([level, list]) =>
    rules[list].map((text, at) =>
      rowOf(
        withRules(source, (whole) => ({ ...whole, [list]: whole[list].filter((_, other) => other !== at) })),
        level,
        text,
      ),
    ),
  );
  const others = twists.twists.flatMap((other, at) => (at === index ? [] : other.reasons));
  const written = notes[rules.id] ?? { full: [], half: [], none: [] };
  return [
    ...own,
    ...others.map((text) => rowOf(source, 'none', text, SIBLING_WEIGHT)),
    ...LISTS.flatMap(([level]) => written[level].map((text) => rowOf(source, level, text, NOTE_WEIGHT))),
  ];
}

/** Weights for the features as they are, from a fit over standardised ones. Both sides weigh the same. */
function fitWeights(rows: readonly Row[], isTrue: (level: Level) => boolean) {
  const columns = NOTE_FEATURES.map((_, at) => rows.map(({ features }) => features[at] ?? 0));
  const means = columns.map(mean);
  const deviations = columns.map((column, at) =>
    Math.sqrt(mean(column.map((value) => (value - (means[at] ?? 0)) ** 2))),
  );
  const standard = rows.map(({ features }) =>
    features.map((value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1)),
  );
  const truths = rows.map(({ level }) => isTrue(level));
  const total = (side: boolean) => rows.reduce((sum, row, at) => sum + (truths[at] === side ? row.weight : 0), 0);
  const counts = rows.map((row, at) => row.weight / total(truths[at] === true));
  const { bias, weights } = fitLogistic(standard, truths, PENALTY, counts);
  const plain = weights.map((weight, at) => weight / (deviations[at] ?? 1));
  return {
    bias: bias - plain.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0),
    weights: Object.fromEntries(NOTE_FEATURES.map((name, at) => [name, Number((plain[at] ?? 0).toFixed(2))])),
  };
}

const { course } = await loadCourse();
const notes = NotesSchema.parse(parse(readFileSync(path.join(PROJECT_ROOT, 'tests/support/twist-notes.yaml'), 'utf8')));
const rows = course.exercises.flatMap(({ scenario, twists }) =>
  twists ? twists.twists.flatMap((_, index) => rowsOf({ scenario, twists, index }, notes)) : [],
);
console.log(`${rows.length} statements and notes`);
console.log(
  'EARNS',
  fitWeights(rows, (level) => level !== 'none'),
);
const { bias, weights } = fitWeights(rows, (level) => level === 'full');
console.log('EARNS_ALL', { bias: bias - CAUTION, weights });
