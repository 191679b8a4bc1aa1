import { placeIn } from '../meaning/phrase-space';
import type { Window } from '../meaning/windows';
import { mean } from '../statistics/mean';
import type { ReadText } from '../text/read-text';
import { type Detectors, detect, detectorsOf } from './detectors';
import { type CriterionReading, measureCriterion, PROBE_FEATURES, type Whole } from './measure-criterion';
import { isRelevant, NOWHERE, nearness, type ReadWindow, readWindow } from './nearness';
import type { PreparedProbes } from './prepare-probes';
import type { ProbeModel } from './probe-model';
import { phraseScore, phrasesIn } from './stance';

export interface FoundMisconception {
  readonly id: string;
  /** How near the window comes to stating it, and how much nearer than to correcting it, as logits. */
  readonly said: number;
  readonly score: number;
  readonly window: Window | null;
  /** Windows that come near stating it, each with how near, and how much nearer than to correcting it. */
  readonly near: readonly { readonly said: number; readonly lead: number; readonly window: Window }[];
}

/** What an answer holds, by the probes of its exercise. */
export interface AnswerReading {
  readonly criteria: readonly CriterionReading[];
  readonly misconceptions: readonly FoundMisconception[];
}

/** Below this the text does not speak of the matter at all. */
const SPEAKS = -2;
/** From here on a window may state a misconception. */
const NEAR = 0;

function readMisconceptions(probes: PreparedProbes, reads: readonly ReadWindow[], model: ProbeModel) {
  return probes.misconceptions.map(({ id, says, corrects }): FoundMisconception => {
    let found: FoundMisconception = { id, said: NOWHERE, score: NOWHERE, window: null, near: [] };
    const near: FoundMisconception['near'][number][] = [];
    for (const { window, laid } of reads) {
      const said = nearness(laid, says, model).three;
      const score = said < SPEAKS ? NOWHERE : said - nearness(laid, corrects, model).three;
      if (said >= NEAR) near.push({ said, lead: score, window });
      if (score > found.score) found = { id, said, score, window, near: [] };
    }
    return { ...found, near };
  });
}

function measureWhole(
  reads: readonly ReadWindow[],
  misconceptions: readonly FoundMisconception[],
  model: ProbeModel,
): Whole {
  const sentences = reads.filter((read) => read.window.kind === 'sentence' && isRelevant(read));
  const stances = sentences.map(({ window }) => phraseScore(model.stance, window));
  const carried = sentences.map(({ window }) => phraseScore(model.carried, window));
  const withFigure = sentences.map(({ window }): number => (window.terms.some(({ value }) => value !== null) ? 1 : 0));
  return {
    stance: mean(stances),
    against: mean(stances.map((stance) => (stance < 0 ? 1 : 0))),
    substance: mean(sentences.map(({ window }) => phraseScore(model.substance, window))),
    carried: mean(carried),
    carriedMost: carried.reduce((most, value) => Math.max(most, value), NOWHERE),
    touched: mean(sentences.map(({ window }) => phraseScore(model.touched, window))),
    figures: mean(withFigure),
    figureCount: Math.min(
      12,
      withFigure.reduce((sum, value) => sum + value, 0),
    ),
    tempting: misconceptions.reduce((most, { score }) => Math.max(most, score), NOWHERE),
  };
}

const placeWindows = (reads: readonly ReadWindow[], model: ProbeModel) =>
  reads
    .filter(({ window }) => window.kind !== 'block')
    .map((read) => ({
      isSentence: read.window.kind === 'sentence' && isRelevant(read),
      place: placeIn(model.space, phrasesIn(read.window)),
    }));

/** Lays an answer over all probes of its exercise. */
export function readAnswer(
  probes: PreparedProbes,
  read: ReadText,
  windows: readonly Window[],
  model: ProbeModel,
  detectors: Detectors = detectorsOf(probes, model.space),
): AnswerReading {
  const reads = windows.map((window) => readWindow(probes, window, model));
  const misconceptions = readMisconceptions(probes, reads, model);
  const whole = measureWhole(reads, misconceptions, model);
  const own = probes.criteria.map((criterion, at) => measureCriterion(criterion, at, reads, read, whole, model));
  const detected = detect(placeWindows(reads, model), detectors);
  const elsewhere = (criterion: number, feature: (typeof PROBE_FEATURES)[number]) =>
    mean(
      own
        .filter((_, other) => other !== criterion)
        .map(({ features }) => features[PROBE_FEATURES.indexOf(feature)] ?? 0),
    );
  return {
    criteria: own.map((reading, at) => ({
      ...reading,
      features: [
        ...reading.features,
        elsewhere(at, 'full-mean'),
        elsewhere(at, 'denied-most'),
        elsewhere(at, 'near-full-three'),
        ...(detected[at] ?? []),
      ],
    })),
    misconceptions,
  };
}
