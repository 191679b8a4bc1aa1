import { readWindows, type Window } from '../meaning/windows';
import { type Laid, lay, type Probe } from '../probes/compare';
import { isSameValue, SAME } from '../probes/lexicon';
import { NOWHERE, nearness } from '../probes/nearness';
import { SHIPPED_PROBE_MODEL } from '../probes/probe-model';
import type { ReadText, ReadUnit } from '../text/read-text';
import type { PreparedCase } from './prepare-case';

/** A stretch of a reply and what it comes near to, as logits. */
export interface ReplyWindow {
  readonly window: Window;
  /** The strong point that it comes nearest to. */
  readonly point: string;
  /** How near it comes to that one: to its statements, and a bonus for naming it. */
  readonly nearPoint: number;
  readonly nearCondition: number;
  readonly nearDismissal: number;
}

/** Sentence by sentence: words that argue, that set a condition, and that tie it to the brief. */
export interface MeasuredUnit {
  readonly unit: ReadUnit;
  readonly argues: boolean;
  readonly sets: boolean;
  /** A figure of the brief, or enough of its words that the case did not lend. */
  readonly isAnchored: boolean;
  readonly ownWords: number;
}

export interface MeasuredReply {
  readonly windows: readonly ReplyWindow[];
  readonly units: readonly MeasuredUnit[];
  /** Content words that the case did not lend, each once. */
  readonly ownWords: number;
}

/** Naming a whole point brings this much: statements stay the measure. */
const NAMING = 1;
const FEWEST_ANCHORS = 2;

/** Gives a reason, sets against, or concedes. */
const ARGUES =
  /\b(?:because|since|as (?:the|we|it|our)|therefore|hence|so that|that is why|which is why|thus|but|however|yet|though|although|whereas|while|still|even so|despite|in spite|instead|only|rather than|granted?|concede|admit|accept|agree[ds]?|true|fair|right that|correct that|outweighs?|weighs?|than|costs?|means?|cannot|can't|too (?:few|small|little|strong|late|many)|unfortunately|unless|deny|(?:my|the|our) (?:problem|worry|doubt|trouble|weak spot|danger) is|not (?:a |an |the )?(?:reason|argument)|no longer|nevertheless|otherwise)\b|[,;:] so\b|^so\b/i;
/** Says when something would be otherwise. */
const SETS =
  /\b(?:if|unless|once|as soon as|when|whenever|in case|provided|in (?:another|other) (?:situation|circumstances)|under (?:one|this|some|other|which) (?:condition|circumstance)s?|would (?:win|change|switch|reconsider|be (?:right|better|wrong)|decide))\b|(?:^|[,;:]\s*)(?:should|were|had)\s|^with .*\bwould\b|\bwas (?:to|really)\b/i;

function namedShare(laid: Laid, { ids, weights, values }: Probe): number {
  let [named, total] = [0, 0];
  ids.forEach((id, at) => {
    if (id < 0) return;
    const weight = weights[at] ?? 0;
    total += weight;
    named += (weight * (laid.best[id] ?? 0)) / SAME;
  });
  for (const value of values) {
    total += 1;
    if (laid.values.some((own) => isSameValue(own, value))) named += 1;
  }
  return total === 0 ? 0 : named / total;
}

function measureWindow({ lexicon, given, points, conditions, dismissals }: PreparedCase, window: Window): ReplyWindow {
  const laid = lay(lexicon, given, window);
  const near = (probes: readonly Probe[]) => nearness(laid, probes, SHIPPED_PROBE_MODEL).best;
  let [point, nearPoint] = ['', NOWHERE];
  for (const one of points) {
    const value = near(one.probes) + NAMING * namedShare(laid, one.named);
    if (value > nearPoint) [point, nearPoint] = [one.id, value];
  }
  return { window, point, nearPoint, nearCondition: near(conditions), nearDismissal: near(dismissals) };
}

function measureUnit({ given, said, figures }: PreparedCase, text: string, unit: ReadUnit): MeasuredUnit {
  const slice = text.slice(unit.start, unit.end);
  const keys = new Set(unit.words.filter(({ isContent }) => isContent).map(({ key }) => key));
  const own = [...keys].filter((key) => !said.has(key));
  const hasFigure = unit.numbers.some(({ values }) =>
    values.some((value) => figures.some((figure) => isSameValue(value, figure))),
  );
  return {
    unit,
    argues: ARGUES.test(slice),
    sets: SETS.test(slice),
    isAnchored: hasFigure || own.filter((key) => given.has(key)).length >= FEWEST_ANCHORS,
    ownWords: own.length,
  };
}

/** Measures what is left of a reply once copies, lists and words to whoever grades are taken out. */
export function measureReply(prepared: PreparedCase, read: ReadText): MeasuredReply {
  const windows = readWindows(read).filter(({ kind }) => kind === 'sentence' || kind === 'pair');
  const units = read.units.map((unit) => measureUnit(prepared, read.text, unit));
  const own = read.units.flatMap(({ words }) =>
    words.filter(({ isContent, key }) => isContent && !prepared.said.has(key)).map(({ key }) => key),
  );
  return { windows: windows.map((window) => measureWindow(prepared, window)), units, ownWords: new Set(own).size };
}
