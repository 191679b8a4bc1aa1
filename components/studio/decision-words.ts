import type { DecisionFeedback, WarningKind } from '@/grader/studio/feedback';
import type { DecisionField } from '@/grader/studio/passages';
import type { DecisionChoice, DecisionStatus, Reconsidered } from '@/schemas/decision';
import type { Level } from '@/schemas/rubric';

export const STATUS_NAMES: Readonly<Record<DecisionStatus, string>> = {
  draft: 'Draft',
  decided: 'Decided',
  superseded: 'Superseded',
};

export const CHOICE_NAMES: Readonly<Record<DecisionChoice, string>> = {
  rust: 'Rust',
  go: 'Go',
  either: 'Either would do',
  'keep-existing': 'Neither: keep what exists',
  other: 'Something else',
};

/** This reading can fail to find what is there, so it never says "missing". */
export const FOUND_WORDS: Readonly<Record<Level, string>> = {
  full: 'found',
  half: 'partly found',
  none: 'could not find it',
};

export const WARNING_NAMES: Readonly<Record<WarningKind, string>> = {
  sum: 'A sum to check',
  slogan: 'A slogan',
  popularity: 'Popularity',
  benchmark: 'An undated benchmark',
  percentiles: 'Percentiles',
  absolute: 'An absolute word',
  misconception: 'A common belief',
};

export const LOOK_WORDS: Readonly<Record<Reconsidered, string>> = {
  'still-right': 'still right',
  revise: 'to be revised',
  superseded: 'superseded',
};

export const HONEST =
  'This reads form and evidence, not whether your facts are true. It is careful: what it could not find may be there in other words.';

/** Where a field of the form is, so that a point can lead to it. */
export const fieldId = (field: DecisionField) => `field-${field}`;

export const openPoints = ({ points }: DecisionFeedback) => points.filter(({ level }) => level !== 'full').length;

/** The name of an exported file: letters of the title, and nothing that a file system minds. */
export function fileName(title: string, ending: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${plain || 'decision'}${ending}`;
}
