import { splitUnits } from '../text/units';
import type { Passage } from './passages';

/** A sentence, list item or table cell of one field of a decision. */
export interface Sentence {
  readonly passage: Passage;
  readonly text: string;
  /** In lower case, plain apostrophes, padded with spaces. */
  readonly lowered: string;
  /** Sentences of one paragraph share it. */
  readonly block: number;
}

const HAS_WORDS = /\p{L}{2,}/u;

export const lower = (text: string) => ` ${text.toLowerCase().replaceAll('’', "'").replace(/\s/g, ' ')} `;

/** The sentences of a passage, without code: what a listing says about a decision nobody can tell from its words. */
export function readSentences(passage: Passage): Sentence[] {
  return splitUnits(passage.text)
    .filter(({ kind }) => kind !== 'code' && kind !== 'heading')
    .map(({ start, end, block }) => {
      const text = passage.text.slice(start, end);
      return { passage, text, lowered: lower(text), block };
    })
    .filter(({ text }) => HAS_WORDS.test(text));
}

const NEGATION =
  /(?:\b(?:no|not|never|none|nobody|nothing|neither|without|cannot|lacks?|lacking|missing|unclear|unknown|undecided|undefined|tbd|todo)\b|n't\b)/;
const AFTER =
  /^[^.,;:]{0,40}?\b(?:(?:is|are|was|were|has|have|be)(?: \w+){0,2} (?:not|no|none|unknown|unclear|missing|undecided|undefined|open)|isn't|aren't|hasn't|tbd|todo|does not exist|do not exist)\b/;
const CUT = /[,;:—–()]|\b(?:but|because|although|though|however|while|whereas)\b/g;

/** How many words before a cue a negation may stand and still reach it. */
const REACH = 6;

/** Whether what stands at a place of a sentence is denied: "we have no X", "X is unknown". */
export function isDenied(lowered: string, from: number, to: number): boolean {
  const before = lowered.slice(0, from);
  const cut = [...before.matchAll(CUT)].at(-1);
  const clause = cut ? before.slice(cut.index + cut[0].length) : before;
  const near = clause.trim().split(' ').slice(-REACH).join(' ');
  return NEGATION.test(near) || AFTER.test(lowered.slice(to, to + 80));
}

/** The first place where a sentence says something of a pattern without denying it. */
export function saysIt(lowered: string, pattern: RegExp): boolean {
  return [...lowered.matchAll(pattern)].some((found) => !isDenied(lowered, found.index, found.index + found[0].length));
}

const NOTHING =
  /^[\s\p{P}]*(?:none|n\/?a|nothing|no|unknown|unclear|tbd|tba|todo|to be (?:decided|defined|done|determined)|not (?:yet )?(?:known|decided|defined|applicable)|we (?:do not|don't) know(?: yet)?|no idea|see above|same|later|\.{2,}|…)[\s\p{P}]*$/u;

/** Whether a field holds words that answer something: neither empty nor "none", "TBD", "n/a". */
export function isAnswered(text: string): boolean {
  return HAS_WORDS.test(text) && !NOTHING.test(lower(text).trim());
}

export const countWords = (text: string) => text.match(/[\p{L}\d][\p{L}\d'’.-]*/gu)?.length ?? 0;
