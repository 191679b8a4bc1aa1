import type { Response } from '@/schemas/item';
import type { Question } from '@/schemas/question';
import type { ListingLine } from './listing-line';

/** A question of one type, and the response that fits it. */
export type QuestionOf<Type extends Question['type']> = Extract<Question, { type: Type }>;
export type ResponseOf<Type extends Response['type']> = Extract<Response, { type: Type }>;

/** What every way of answering gets. `null` means: nothing yet that could be handed in. */
export interface QuestionInputProps<Type extends Question['type']> {
  readonly question: QuestionOf<Type>;
  readonly response: ResponseOf<Type> | null;
  readonly onChange: (response: ResponseOf<Type> | null) => void;
  /** Id of the stem, which names the group of controls. */
  readonly labelledBy: string;
  readonly listing?: readonly ListingLine[];
}

/** Said above the controls: what kind of answer is wanted. */
export const HOW_TO_ANSWER: Readonly<Record<Question['type'], string>> = {
  'single-choice': 'Choose one',
  'multiple-choice': 'Choose all that apply',
  ordering: 'Put in order, first on top',
  matching: 'Assign each line',
  numeric: 'Estimate a number',
  'short-answer': 'Answer in a sentence or two',
  'spot-the-defect': 'Mark the lines at fault',
};

/** Shown when somebody answers with nothing entered. */
export const WHAT_IS_MISSING: Readonly<Record<Question['type'], string>> = {
  'single-choice': 'Choose one of the options first.',
  'multiple-choice': 'Choose at least one option first.',
  ordering: 'Put the entries in order first.',
  matching: 'Assign every line first.',
  numeric: 'Enter a number first: digits, with a point before decimals and no thousands separator.',
  'short-answer': 'Write an answer first.',
  'spot-the-defect': 'Mark at least one line first.',
};
