import type { Level } from '@/schemas/rubric';
import type { DecisionField } from './passages';

/** The seven points that a reviewer looks for in any decision record, whatever it is about. */
export const POINT_IDS = [
  'constraint',
  'numbers',
  'alternatives',
  'evidence',
  'boundary',
  'ownership',
  'reversal',
] as const;
export type PointId = (typeof POINT_IDS)[number];

/** Words of the learner's own text that a reading rests on. */
export interface DecisionQuote {
  readonly field: DecisionField;
  readonly quote: string;
}

export interface PointReading {
  readonly id: PointId;
  readonly level: Level;
  readonly quotes: readonly DecisionQuote[];
  /** One sentence on what could not be found; empty where the point is met. */
  readonly missing: string;
}

export type WarningKind = 'sum' | 'slogan' | 'popularity' | 'benchmark' | 'percentiles' | 'absolute' | 'misconception';

export interface DecisionWarning extends DecisionQuote {
  readonly kind: WarningKind;
  /** What is the matter, in a sentence or two. */
  readonly message: string;
}

export interface DecisionFeedback {
  readonly points: readonly PointReading[];
  readonly warnings: readonly DecisionWarning[];
}

/** What each point is called, and what a reviewer would ask. */
export const POINTS: Readonly<Record<PointId, { readonly title: string; readonly ask: string }>> = {
  constraint: {
    title: 'The deciding constraint',
    ask: 'If only one fact of this record may stay, which one still forces the same choice, and which option does it rule out?',
  },
  numbers: {
    title: 'Numbers worked out',
    ask: 'What is the current figure, what may it become, and what does the difference leave of the budget, step by step?',
  },
  alternatives: {
    title: 'Alternatives, and keeping what exists',
    ask: 'What happens if you change nothing for a year, and what exactly makes that worse than the choice?',
  },
  evidence: {
    title: 'Evidence and its limits',
    ask: 'Which statement here could somebody check, where would they look, and what does that source not show about your system?',
  },
  boundary: {
    title: 'The boundary',
    ask: 'Where does the chosen part end, what contract crosses that line, and what does crossing it cost per call or per release?',
  },
  ownership: {
    title: 'Ownership',
    ask: 'Who is woken at three in the morning, how many people can mend it today, and who replaces the first one to leave?',
  },
  reversal: {
    title: 'The reversal condition',
    ask: 'Which measured value, on which date, would make you undo this, and who looks at it?',
  },
};

const LONGEST_QUOTE = 240;

/** A quote short enough to read, whole where it can be. */
export function toQuote(field: DecisionField, text: string): DecisionQuote {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain.length <= LONGEST_QUOTE) return { field, quote: plain };
  const cut = plain.slice(0, LONGEST_QUOTE);
  return { field, quote: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100))} …` };
}
