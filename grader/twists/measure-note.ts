import stored from '../data/matcher-model.json';
import { createLexicon } from '../matching/lexicon';
import { fromModel, matchAnswer } from '../matching/match-answer';
import { asStatement } from '../meaning/statements';
import { readWindows, type Window } from '../meaning/windows';
import { comparePair, type Laid, lay, scorePair } from '../probes/compare';
import { isSameValue, SAME } from '../probes/lexicon';
import { NOWHERE, nearness } from '../probes/nearness';
import { SHIPPED_PROBE_MODEL } from '../probes/probe-model';
import { phraseScore } from '../probes/stance';
import { contentKeys, type ReadText, readText } from '../text/read-text';
import type { PreparedTwist } from './prepare-twist';

/** A stretch of a note, how near it comes to whole, half and other reasons, as logits. */
export interface NoteWindow {
  readonly window: Window;
  readonly reason: number;
  readonly half: number;
  readonly notReason: number;
  /** Whether it turns round a word of the reason it is nearest to, by a negation or an opposite. */
  readonly isTurned: boolean;
  readonly lead: number;
}

/** What a note was measured to be, in the order of `NOTE_FEATURES`. */
export interface MeasuredNote {
  readonly windows: readonly NoteWindow[];
  readonly ownWords: number;
  /** Share of the changed fact that the note names, 0 to 1. */
  readonly named: number;
  readonly features: readonly number[];
}

/**
 * matches: chance that a marker calls it right, by the short-answer matcher against reasons and half reasons.
 * lead: how much nearer its best window is to the reasons than to the others. follows: nearness to the scenario's own
 * explanation. ownWords: content words that neither brief nor changed fact lent, at most eight. stance: argues or waves aside.
 * named: share of the changed fact that is named, at most a half.
 */
export const NOTE_FEATURES = ['matches', 'lead', 'follows', 'ownWords', 'stance', 'named'] as const;

/** More words of one's own say nothing more. */
const MOST_OWN_WORDS = 8;
/** Naming half of a fact is naming it. */
const MOST_NAMED = 0.5;
const NUMBER_WEIGHT = 0.8;
const QUESTION = 'Which reason does the changed fact give?';

const matcher = fromModel(stored.pooled as Parameters<typeof fromModel>[0], createLexicon());

function matchStatements({ rules }: PreparedTwist, note: string): number {
  const references = [...rules.reasons, ...rules.half_reasons];
  const referenceGrades = references.map((_, at) => (at < rules.reasons.length ? 'BEST' : 'MINIMAL'));
  return matchAnswer(matcher, { dataset: 'twists', question: QUESTION, references, referenceGrades, answer: note })
    .pCorrect;
}

const most = <Item>(items: readonly Item[], figure: (item: Item) => number): number =>
  items.reduce((top, item) => Math.max(top, figure(item)), NOWHERE);

/** Place of the figure for turned words among the measurements of a pair (grader/probes/compare.ts). */
const TURNED = 6;
const LEAST_TURNED = 0.02;

/** Whether a text turns words of the reason it is nearest to, beyond those that the reason turns itself. */
function turns({ lexicon, given, reasons }: PreparedTwist, laid: Laid): boolean {
  const scores = reasons.map((probe) => scorePair(laid, probe, SHIPPED_PROBE_MODEL.pair));
  const nearest = reasons[scores.indexOf(Math.max(...scores))];
  if (!nearest) return false;
  const own = comparePair(lay(lexicon, given, nearest.statement), nearest)[TURNED] ?? 0;
  return (comparePair(laid, nearest)[TURNED] ?? 0) - own > LEAST_TURNED;
}

/** Which share of the changed fact a text names, by weight; words that the brief has too do not count. */
function namedShare({ lexicon, given, fact }: PreparedTwist, laid: Laid): number {
  let [named, total] = [0, 0];
  fact.ids.forEach((id, at) => {
    if (id < 0 || given.has(lexicon.keys[id] ?? '')) return;
    const weight = fact.weights[at] ?? 0;
    total += weight;
    named += (weight * (laid.best[id] ?? 0)) / SAME;
  });
  for (const value of fact.values) {
    total += NUMBER_WEIGHT;
    if (laid.values.some((own) => isSameValue(own, value))) named += NUMBER_WEIGHT;
  }
  return total === 0 ? 0 : named / total;
}

/** Measures what is left of a note once lists and words to whoever grades are taken out. */
export function measureNote(twist: PreparedTwist, read: ReadText): MeasuredNote {
  const { lexicon, given } = twist;
  const own = readWindows(read).map((window) => ({ window, laid: lay(lexicon, given, window) }));
  const windows = own
    .filter(({ window }) => window.kind !== 'clause')
    .map(({ window, laid }): NoteWindow => {
      const reason = nearness(laid, twist.reasons, SHIPPED_PROBE_MODEL);
      const notReason = nearness(laid, twist.notReasons, SHIPPED_PROBE_MODEL);
      return {
        window,
        reason: reason.best,
        half: nearness(laid, twist.halfReasons, SHIPPED_PROBE_MODEL).best,
        notReason: Math.max(notReason.best, nearness(laid, twist.siblings, SHIPPED_PROBE_MODEL).best),
        isTurned: turns(twist, laid),
        lead: reason.three - notReason.three,
      };
    });
  const ownWords = [...contentKeys(read)].filter((key) => !twist.changed.has(key) && !given.has(key)).length;
  const text = read.units.map(({ start, end }) => read.text.slice(start, end)).join('\n');
  const whole = asStatement(readText(text));
  const named = namedShare(twist, lay(lexicon, given, whole));
  return {
    windows,
    ownWords,
    named,
    features: [
      matchStatements(twist, text),
      most(windows, ({ lead }) => lead),
      most(own, ({ laid }) => nearness(laid, twist.follows, SHIPPED_PROBE_MODEL).best),
      Math.min(MOST_OWN_WORDS, ownWords),
      phraseScore(SHIPPED_PROBE_MODEL.stance, whole),
      Math.min(MOST_NAMED, named),
    ],
  };
}
