import type { Window } from '../meaning/windows';
import { type Laid, lay, type Probe, scorePair } from './compare';
import type { PreparedPart, PreparedProbes } from './prepare-probes';
import type { ProbeModel } from './probe-model';

/** Nowhere near anything: the floor of every logit here. */
export const NOWHERE = -6;

/** How near a text comes to some probes: the nearest one, and the mean of the three nearest, as logits. */
export interface Nearness {
  readonly best: number;
  readonly three: number;
}

export function nearness(laid: Laid, probes: readonly Probe[], model: ProbeModel): Nearness {
  let [first, second, third] = [NOWHERE, NOWHERE, NOWHERE];
  for (const probe of probes) {
    const value = scorePair(laid, probe, model.pair);
    if (value > first) {
      third = second;
      second = first;
      first = value;
    } else if (value > second) {
      third = second;
      second = value;
    } else if (value > third) third = value;
  }
  const count = Math.min(3, probes.length);
  if (count === 0) return { best: NOWHERE, three: NOWHERE };
  const three = count === 3 ? (first + second + third) / 3 : count === 2 ? (first + second) / 2 : first;
  return { best: first, three };
}

/** How near a text comes to stating, and to denying, one part. */
export interface PartNearness {
  readonly part: PreparedPart;
  readonly says: Nearness;
  readonly denies: Nearness;
}

/** A window laid over all probes of its exercise. */
export interface ReadWindow {
  readonly window: Window;
  readonly laid: Laid;
  /** By criterion; empty for whole paragraphs, which are compared with passages only. */
  readonly parts: readonly (readonly PartNearness[])[];
}

export function readWindow(probes: PreparedProbes, window: Window, model: ProbeModel): ReadWindow {
  const laid = lay(probes.lexicon, probes.given, window);
  const parts =
    window.kind === 'block'
      ? probes.criteria.map(() => [])
      : probes.criteria.map((criterion) =>
          criterion.parts.map((part) => ({
            part,
            says: nearness(laid, part.says, model),
            denies: nearness(laid, part.denies, model),
          })),
        );
  return { window, laid, parts };
}

/** Nearness from which a sentence speaks of the matter, for or against. */
const RELEVANT = -0.3;

/** A sentence about the matter: it comes near stating or denying some part. Filler neither pays nor costs. */
export const isRelevant = ({ window, parts }: ReadWindow) =>
  window.terms.length >= 3 &&
  parts.some((own) => own.some(({ says, denies }) => Math.max(says.best, denies.best) > RELEVANT));
