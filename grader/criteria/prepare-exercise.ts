import type { Criterion, Rubric } from '@/schemas/rubric';
import type { GradedExercise } from '../graded-exercise';
import { type PreparedProbes, prepareProbes, probesFromRubric } from '../probes/prepare-probes';
import type { TextNumber } from '../text/numbers';
import { standsFor } from '../text/numbers';
import { contentKeys, readText } from '../text/read-text';
import { isRubricWord } from './rubric-words';

/** One idea of a criterion as weighted keys. */
export interface Idea {
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
}

/** A criterion in the form in which answers are compared with it. */
export interface PreparedCriterion {
  readonly criterion: Criterion;
  /** Keys of descriptor, question, title and concepts with their weights. */
  readonly terms: Idea;
  readonly halfTerms: Idea;
  readonly concepts: readonly Idea[];
  /** Figures of the top descriptor and concepts; derived where the brief does not give them. */
  readonly figures: readonly { readonly value: number; readonly isDerived: boolean }[];
  readonly wantsReversal: boolean;
  readonly wantsCase: boolean;
}

/** An exercise read once. */
export interface PreparedExercise {
  readonly given: ReadonlySet<string>;
  readonly givenNumbers: readonly TextNumber[];
  readonly deciding: readonly Idea[];
  readonly criteria: readonly PreparedCriterion[];
  readonly probes: PreparedProbes;
}

/** A word that stands in the brief proves little, but not nothing. */
const GIVEN_WEIGHT = 0.45;

/** Sentences of a `half` descriptor that say what earns nothing describe the opposite of an answer. */
const REFUSES = ['nothing', 'not enough', 'does not count', 'do not count', 'not count'];

function ideaOf(keys: Iterable<string>, weigh: (key: string) => number): Idea {
  const weights = new Map([...keys].filter((key) => !isRubricWord(key)).map((key) => [key, weigh(key)]));
  return { weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
}

function earningPart(half: string): string {
  const read = readText(half);
  return read.units
    .map((unit) => half.slice(unit.start, unit.end))
    .filter((sentence) => !REFUSES.some((cue) => sentence.toLowerCase().includes(cue)))
    .join(' ');
}

/** In how many criteria of the rubric each key occurs. */
function spread(criteria: readonly Criterion[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, asks, full, concepts } of criteria)
    for (const key of contentKeys(readText([title, asks, full, ...concepts].join('\n\n'))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function figuresOf(criterion: Criterion, given: readonly TextNumber[], worked: readonly number[]) {
  const stated = readText([criterion.full, ...criterion.concepts].join('\n\n')).units.flatMap((unit) => unit.numbers);
  const values = stated
    .filter((number) => number.end - number.start > 1 || number.values[0] !== 1)
    .map((number) => number.values[0] ?? 0);
  // Small counts ("two of", "three parts") belong to the descriptor, not to the answer.
  const telling = values.filter((value) => value > 12 || !Number.isInteger(value));
  const near = worked.filter((result) => stated.some((number) => standsFor(number, result)));
  return [...new Set([...telling, ...near])].map((value) => ({
    value,
    isDerived: !given.some((number) => standsFor(number, value)),
  }));
}

const mentions = (criterion: Criterion, cues: readonly string[]) => {
  const text = `${criterion.title} ${criterion.asks} ${criterion.full}`.toLowerCase();
  return cues.some((cue) => text.includes(cue));
};

function prepareCriterion(
  criterion: Criterion,
  weigh: (key: string) => number,
  given: readonly TextNumber[],
  worked: readonly number[],
): PreparedCriterion {
  const keysOf = (text: string) => contentKeys(readText(text));
  const text = [criterion.title, criterion.asks, criterion.full, ...criterion.concepts].join('\n\n');
  return {
    criterion,
    terms: ideaOf(keysOf(text), weigh),
    halfTerms: ideaOf(keysOf(earningPart(criterion.half)), weigh),
    concepts: criterion.concepts.map((concept) => ideaOf(keysOf(concept), weigh)).filter((idea) => idea.total > 0),
    figures: figuresOf(criterion, given, worked),
    wantsReversal: mentions(criterion, [
      'revers',
      'flip',
      'change the answer',
      'would change',
      'overturn',
      'condition under',
      'change your mind',
    ]),
    wantsCase:
      mentions(criterion, ['published case', 'a case', 'uses c', 'the case', 'its limit', 'case or']) ||
      /\bC\d\d\b/.test(criterion.full),
  };
}

function prepare({ scenario, rubric, probes }: GradedExercise): PreparedExercise {
  const brief = [
    scenario.title,
    scenario.brief,
    ...Object.values(scenario.given),
    ...scenario.components.map((component) => component.name),
  ].join('\n\n');
  const briefUnits = readText(brief);
  const given = contentKeys(briefUnits);
  const givenNumbers = briefUnits.units.flatMap((unit) => unit.numbers);
  const counts = spread(rubric.criteria);
  const weigh = (key: string) =>
    Math.log((rubric.criteria.length + 1) / (counts.get(key) ?? 1)) * (given.has(key) ? GIVEN_WEIGHT : 1);
  const worked = scenario.worked_numbers.map((number) => number.result);
  return {
    given,
    givenNumbers,
    deciding: scenario.deciding_constraints.map((constraint) => ideaOf(contentKeys(readText(constraint)), () => 1)),
    criteria: rubric.criteria.map((criterion) => prepareCriterion(criterion, weigh, givenNumbers, worked)),
    probes: prepareProbes(probes ?? probesFromRubric(rubric), given),
  };
}

/** Reading an exercise costs a few milliseconds and gives the same every time, so it is done once per rubric. */
const cache = new WeakMap<
  Rubric,
  { exercise: Pick<GradedExercise, 'scenario' | 'probes'>; prepared: PreparedExercise }
>();

/** The exercise in the form in which answers are compared with it. */
export function prepareExercise(exercise: GradedExercise): PreparedExercise {
  const { scenario, rubric, probes } = exercise;
  const known = cache.get(rubric);
  if (known?.exercise.scenario === scenario && known.exercise.probes === probes) return known.prepared;
  const prepared = prepare(exercise);
  cache.set(rubric, { exercise: { scenario, probes }, prepared });
  return prepared;
}
