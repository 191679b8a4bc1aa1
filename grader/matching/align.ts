import type { Lexicon } from './lexicon';
import type { Statement, Token } from './statement';

/** The best partner of each token of one statement in another. */
export interface Alignment {
  /** 0 … 1 per token: likeness of the best partner. */
  readonly likeness: Float64Array;
  /** Index of that partner, −1 without one. */
  readonly partner: Int32Array;
}

/** Numbers meet within 3 %, and only numbers. */
function tokenLikeness(one: Token, other: Token, lexicon: Lexicon): number {
  if (one.number === null && other.number === null) return lexicon.likeness(one.entry, other.entry);
  if (one.number === null || other.number === null) return 0;
  return Math.abs(one.number - other.number) <= 0.03 * Math.max(Math.abs(one.number), Math.abs(other.number)) ? 1 : 0;
}

/** Both directions at once: how each token of a reference is met in an answer, and the other way round. */
export function align(reference: Statement, answer: Statement, lexicon: Lexicon): { met: Alignment; used: Alignment } {
  const met = {
    likeness: new Float64Array(reference.tokens.length),
    partner: new Int32Array(reference.tokens.length).fill(-1),
  };
  const used = {
    likeness: new Float64Array(answer.tokens.length),
    partner: new Int32Array(answer.tokens.length).fill(-1),
  };
  for (const [at, token] of reference.tokens.entries()) {
    for (const [other, candidate] of answer.tokens.entries()) {
      const value = tokenLikeness(token, candidate, lexicon);
      if (value > (met.likeness[at] ?? 0)) {
        met.likeness[at] = value;
        met.partner[at] = other;
      }
      if (value > (used.likeness[other] ?? 0)) {
        used.likeness[other] = value;
        used.partner[other] = at;
      }
    }
  }
  return { met, used };
}
