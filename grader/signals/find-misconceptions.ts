import type { MisconceptionEvidence } from '@/schemas/grade';
import type { AnswerReading, FoundMisconception } from '../probes/read-answer';

/** How near a window must come to stating a belief, and how much nearer than to correcting it, as logits. */
interface Bounds {
  readonly said: number;
  readonly lead: number;
}

/** The scenario's own wrong turn is likelier than any one of the common beliefs, so less is asked of the wording. */
const TEMPTING: Bounds = { said: 0, lead: 0 };
const COMMON: Bounds = { said: 0.3, lead: 0.45 };

/**
 * Share of points above which no belief is reported: good texts quote the belief that they correct, and words alone do
 * not tell the two apart. Chosen with the bounds over the samples of all scenarios.
 */
const HOLDS_IT = 0.25;

/** Fewer words than this state no belief that a reader would recognise. */
const FEWEST = 4;

function nearest({ id, near }: FoundMisconception) {
  const { said, lead } = id.endsWith('-tempting') ? TEMPTING : COMMON;
  const stated = near.filter(
    (found) => found.said >= said && found.lead >= lead && found.window.terms.length >= FEWEST,
  );
  return stated.toSorted((one, other) => other.said - one.said)[0];
}

/**
 * Misconceptions that a text states, each with the words that come nearest: of the scenario (such as `s01-tempting`)
 * and of the common list. `share` is what the explanation earned of its points.
 */
export function findMisconceptions(
  text: string,
  { misconceptions }: AnswerReading,
  share: number,
): MisconceptionEvidence[] {
  if (share > HOLDS_IT) return [];
  return misconceptions.flatMap((misconception) => {
    const found = nearest(misconception);
    if (!found) return [];
    const { start: from, end } = found.window;
    const start = from + (/^[\s,;:—–-]*/.exec(text.slice(from, end))?.[0].length ?? 0);
    return [{ id: misconception.id, evidence: { start, end, quote: text.slice(start, end) } }];
  });
}
