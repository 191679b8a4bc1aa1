import type { Window } from '../meaning/windows';
import { mean } from '../statistics/mean';
import type { ReadText } from '../text/read-text';
import { DETECTED } from './detectors';
import { bestTwo, most, type NearPassage, nearPassages, worth } from './find-passage';
import { isRelevant, NOWHERE, type ReadWindow } from './nearness';
import type { PreparedCriterionProbes } from './prepare-probes';
import type { ProbeModel } from './probe-model';
import { findQuantity } from './quantities';
import { meetAny } from './rules';
import { phraseScore } from './stance';
import { topicScore } from './topic';

/** The window that states a part best; figures are logits. */
export interface FoundPart {
  readonly id: string;
  readonly said: number;
  /** How much nearer the same window comes to denying it. */
  readonly denied: number;
  readonly window: Window | null;
}

/** What an answer holds on one criterion by its probes. */
export interface CriterionReading {
  readonly parts: readonly FoundPart[];
  readonly passage: NearPassage | null;
  readonly figure: number;
  readonly features: readonly number[];
}

/** Measurements of the whole answer that every criterion shares. */
export interface Whole {
  readonly stance: number;
  /** Share of sentences that sound like waving something aside. */
  readonly against: number;
  readonly substance: number;
  /** How far its sentences sound carried through rather than touched upon, on average and at best. */
  readonly carried: number;
  readonly carriedMost: number;
  /** How far they sound like saying something rather than nothing. */
  readonly touched: number;
  /** Share of its sentences that hold a figure, and how many do. */
  readonly figures: number;
  readonly figureCount: number;
  readonly tempting: number;
}

export const PROBE_FEATURES = [
  'full-weakest',
  'full-mean',
  'half-weakest',
  'half-mean',
  'best-part',
  'mean-part',
  'denied-at-parts',
  'denied-most',
  'denied-over-said',
  'near-full-best',
  'near-full-three',
  'near-half-best',
  'near-half-three',
  'near-none-best',
  'near-none-three',
  'near-full-less-none',
  'full-less-none-there',
  'half-less-none-there',
  'next-passage',
  'stance-of-parts',
  'stance-of-passage',
  'substance-of-passage',
  'carried-of-passage',
  'touched-of-passage',
  'figures-of-passage',
  'figure',
  'figure-missing',
  'topic-sentence',
  'topic-passage',
  'topic-answer',
  'stance-of-answer',
  'against-of-answer',
  'substance-of-answer',
  'carried-of-answer',
  'carried-most',
  'touched-of-answer',
  'figures-of-answer',
  'figures-counted',
  'tempting',
  'full-elsewhere',
  'denied-elsewhere',
  'near-elsewhere',
  ...DETECTED,
] as const;

const countFigures = (window?: Window) => window?.terms.filter(({ value }) => value !== null).length ?? 0;

const NO_TEXT = { text: '' };

const largest = (values: readonly number[], least = NOWHERE) =>
  values.reduce((best, value) => Math.max(best, value), least);

function findParts(criterion: PreparedCriterionProbes, at: number, reads: readonly ReadWindow[]): FoundPart[] {
  return criterion.parts.map(({ id }, part) => {
    let found: FoundPart = { id, said: NOWHERE, denied: 0, window: null };
    for (const { window, parts } of reads) {
      const near = parts[at]?.[part];
      if (near && near.says.three > found.said)
        found = { id, said: near.says.three, denied: near.denies.three - near.says.three, window };
    }
    return found;
  });
}

/** Below this a window does not speak of the part at all. */
const SPEAKS = -1;

/** How near any window comes to denying a part, and how much nearer than to stating it. */
function denials(reads: readonly ReadWindow[], at: number): { most: number; over: number } {
  let [top, over] = [NOWHERE, NOWHERE];
  for (const { parts } of reads)
    for (const { says, denies } of parts[at] ?? []) {
      top = Math.max(top, denies.three);
      if (denies.best > SPEAKS) over = Math.max(over, denies.three - says.three);
    }
  return { most: top, over };
}

/** Mean stance of the windows behind the parts, the clearer ones counting more. */
function stanceOf(parts: readonly FoundPart[], model: ProbeModel): number {
  const weigh = (said: number) => Math.exp(2 * said);
  const total = parts.reduce((sum, { said }) => sum + weigh(said), 0) || 1;
  return parts.reduce(
    (sum, { said, window }) => sum + (window ? (weigh(said) * phraseScore(model.stance, window)) / total : 0),
    0,
  );
}

function topics(criterion: PreparedCriterionProbes, reads: readonly ReadWindow[]): number[] {
  const of = (kinds: readonly Window['kind'][]) =>
    reads.filter(({ window }) => kinds.includes(window.kind)).map(({ laid }) => topicScore(laid, criterion.topic));
  const sentences = reads
    .filter((read) => read.window.kind === 'sentence' && isRelevant(read))
    .map(({ laid }) => topicScore(laid, criterion.topic));
  return [largest(sentences, 0), largest(of(['pair', 'block']), 0), sentences.reduce((sum, value) => sum + value, 0)];
}

function byPassages(passages: readonly NearPassage[], best?: NearPassage, next?: NearPassage): number[] {
  const full = most(passages, (one) => one.full.three);
  const none = most(passages, (one) => one.none.three);
  return [
    most(passages, (one) => one.full.best),
    full,
    most(passages, (one) => one.half.best),
    most(passages, (one) => one.half.three),
    most(passages, (one) => one.none.best),
    none,
    full - none,
    best ? best.full.three - best.none.three : 0,
    best ? best.half.three - best.none.three : 0,
    next ? worth(next) : NOWHERE,
  ];
}

/** Measures one criterion over a whole answer; those of the other criteria and of the detectors are added by the caller. */
export function measureCriterion(
  criterion: PreparedCriterionProbes,
  at: number,
  reads: readonly ReadWindow[],
  read: ReadText,
  whole: Whole,
  model: ProbeModel,
): CriterionReading {
  const parts = findParts(criterion, at, reads);
  const said = parts.map((part) => part.said);
  const [full, half] = [meetAny(criterion.full, said), meetAny(criterion.half, said)];
  const passages = nearPassages(criterion, reads, model);
  const denied = denials(reads, at);
  const figure = largest(
    criterion.quantities.map((quantity) => findQuantity(quantity, read.units)),
    0,
  );
  const [best, next] = bestTwo(passages);
  const passage = best?.read.window ?? NO_TEXT;
  const features = [
    full.weakest,
    full.mean,
    half.weakest,
    half.mean,
    largest(said),
    mean(said),
    mean(parts.map((part) => part.denied)),
    denied.most,
    denied.over,
    ...byPassages(passages, best, next),
    stanceOf(parts, model),
    phraseScore(model.stance, passage),
    phraseScore(model.substance, passage),
    phraseScore(model.carried, passage),
    phraseScore(model.touched, passage),
    Math.min(3, countFigures(best?.read.window)),
    figure,
    criterion.quantities.length > 0 && figure === 0 ? 1 : 0,
    ...topics(criterion, reads),
    whole.stance,
    whole.against,
    whole.substance,
    whole.carried,
    whole.carriedMost,
    whole.touched,
    whole.figures,
    whole.figureCount,
    whole.tempting,
  ];
  return { parts, passage: best ?? null, figure, features };
}
