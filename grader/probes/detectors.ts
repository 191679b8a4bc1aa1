import { type PhraseSpace, placeIn } from '../meaning/phrase-space';
import { mean } from '../statistics/mean';
import { type Line, solveRidge, valueAt } from '../statistics/solve-ridge';
import type { Probe } from './compare';
import type { PreparedProbes } from './prepare-probes';
import { phrasesIn } from './stance';

/** What all statements of an exercise together say about a place: does it state a criterion, does it deny it. */
export interface Detectors {
  readonly criteria: readonly { readonly states: Line; readonly denies: Line }[];
  /** Whether a place is one where points are made (positive) or denied, whichever they are. */
  readonly stance: Line;
}

/** Strength of the pull towards saying nothing. */
const PENALTY = 1;

/** A statement that states a criterion counts 1, one that half states it 0.5; and whether it denies one. */
interface Example {
  readonly probe: Probe;
  readonly criterion: number;
  readonly states: number;
  readonly denies: number;
}

function examplesOf({ criteria }: PreparedProbes, skipped: ReadonlySet<Probe>): Example[] {
  const all = criteria.flatMap(({ parts, passages }, criterion) => {
    const as = (probes: readonly Probe[], states: number, denies: number): Example[] =>
      probes.map((probe) => ({ probe, criterion, states, denies }));
    return [
      ...parts.flatMap(({ says, denies }) => [...as(says, 1, 0), ...as(denies, 0, 1)]),
      ...as(passages.full, 1, 0),
      ...as(passages.half, 0.5, 0),
      ...as(passages.none, 0, 1),
    ];
  });
  return all.filter(({ probe }) => !skipped.has(probe));
}

/** Learns the detectors of an exercise from its statements, `skipped` ones left out. */
export function fitDetectors(
  probes: PreparedProbes,
  space: PhraseSpace,
  skipped: ReadonlySet<Probe> = new Set(),
): Detectors {
  const examples = examplesOf(probes, skipped);
  const places = examples.map(({ probe }) => placeIn(space, phrasesIn(probe.statement)));
  const of = (value: (example: Example) => number) => examples.map(value);
  const lines = solveRidge(
    places,
    [
      of(({ states, denies }) => (states === 1 ? 1 : -denies)),
      ...probes.criteria.flatMap((_, at) => [
        of(({ criterion, states }) => (criterion === at ? states : 0)),
        of(({ criterion, denies }) => (criterion === at ? denies : 0)),
      ]),
    ],
    PENALTY,
  );
  const [stance, ...rest] = lines;
  const none: Line = { bias: 0, weights: new Float64Array() };
  return {
    stance: stance ?? none,
    criteria: probes.criteria.map((_, at) => ({ states: rest[2 * at] ?? none, denies: rest[2 * at + 1] ?? none })),
  };
}

const fitted = new WeakMap<PreparedProbes, WeakMap<PhraseSpace, Detectors>>();

/** The detectors of an exercise; learnt once, in some tens of milliseconds. */
export function detectorsOf(probes: PreparedProbes, space: PhraseSpace): Detectors {
  const spaces = fitted.get(probes) ?? new WeakMap<PhraseSpace, Detectors>();
  fitted.set(probes, spaces);
  const detectors = spaces.get(space) ?? fitDetectors(probes, space);
  spaces.set(space, detectors);
  return detectors;
}

/** A window of an answer, placed. */
export interface PlacedWindow {
  /** A sentence about the matter; what is said of something else counts in no sum. */
  readonly isSentence: boolean;
  readonly place: Float64Array;
}

/** Names of what `detect` gives for each criterion, in its order. */
export const DETECTED = [
  'states-most',
  'denies-most',
  'states-over-denies',
  'states-in-all',
  'denies-in-all',
  'states-less-denies-there',
  'stance-there',
  'stance-of-sentences',
  'states-elsewhere',
] as const;

const within = (value: number) => Math.max(0, Math.min(1, value));

/** What is asked of a window once, whatever the criterion. */
interface HeardWindow extends PlacedWindow {
  readonly stance: number;
}

function detectOne(windows: readonly HeardWindow[], at: number, { criteria }: Detectors) {
  const own = criteria[at];
  const found = { states: 0, denies: 0, over: 0, statesAll: 0, deniesAll: 0, atBest: 0, stance: 0 };
  if (!own || windows.length === 0) return found;
  let [states, sentence] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  found.denies = Number.NEGATIVE_INFINITY;
  found.over = Number.NEGATIVE_INFINITY;
  for (const { isSentence, place, stance } of windows) {
    const [says, denies] = [valueAt(own.states, place), valueAt(own.denies, place)];
    found.denies = Math.max(found.denies, denies);
    found.over = Math.max(found.over, says - denies);
    if (says > states) {
      states = says;
      found.stance = stance;
    }
    if (!isSentence) continue;
    found.statesAll += within(says);
    found.deniesAll += within(denies);
    if (says > sentence) {
      sentence = says;
      found.atBest = says - denies;
    }
  }
  found.states = states;
  return found;
}

/** For each criterion, what the detectors find in an answer, in the order of `DETECTED`. */
export function detect(windows: readonly PlacedWindow[], detectors: Detectors): number[][] {
  const heard = windows.map((window) => ({ ...window, stance: valueAt(detectors.stance, window.place) }));
  const stances = mean(heard.filter(({ isSentence }) => isSentence).map(({ stance }) => stance));
  const found = detectors.criteria.map((_, at) => detectOne(heard, at, detectors));
  return found.map((own, at) => {
    const others = found.filter((_, other) => other !== at);
    const elsewhere = mean(others.map(({ over }) => over));
    return [own.states, own.denies, own.over, own.statesAll, own.deniesAll, own.atBest, own.stance, stances, elsewhere];
  });
}
