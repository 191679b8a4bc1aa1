import type { ItemType } from '@/schemas/item';

/** Words a minute: this text argues and counts, and is read slower than a novel (about 240). */
const WORDS_A_MINUTE = 200;
/** A brief is read twice, once to understand and once with the decision in mind. */
const BRIEF_READINGS = 2;

/** Seconds for each thing that a reader does beside reading sentences. */
const SECONDS = { instrument: 120, checkpoint: 30, claim: 25, case: 30, listingLine: 3 } as const;

/** Seconds for an item, its reasons included: what is asked differs more than how much there is to read. */
const ITEM_SECONDS: Readonly<Record<ItemType, number>> = {
  'single-choice': 60,
  'multiple-choice': 75,
  ordering: 75,
  matching: 90,
  numeric: 75,
  'short-answer': 120,
  'spot-the-defect': 75,
};

/** In the placement nothing is explained after an item, so that about half of its reading falls away. */
const PLACEMENT_SHARE = 0.7;

/** Minutes of an exercise beside its brief: a record of about 350 words takes half an hour, its result five minutes. */
const RECORD_MINUTES = 30;
const RESULT_MINUTES = 5;

/** What a lesson holds, counted. Cards of claims and cases have their words elsewhere. */
export interface LessonMeasure {
  readonly words: number;
  readonly instruments: number;
  readonly checkpoints: number;
  readonly claims: number;
  readonly cases: number;
  readonly listingLines: number;
}

/** Seconds that an item of this kind usually takes. */
export const itemSeconds = (type: ItemType): number => ITEM_SECONDS[type];

const atLeastOne = (minutes: number) => Math.max(1, Math.round(minutes));
const itemMinutes = (types: readonly ItemType[]) => types.reduce((sum, type) => sum + ITEM_SECONDS[type], 0) / 60;

/** Minutes to read a lesson: words / 200, and allowances for what is operated, thought over or opened on the way. */
export function readingMinutes(measure: LessonMeasure): number {
  const seconds =
    measure.instruments * SECONDS.instrument +
    measure.checkpoints * SECONDS.checkpoint +
    measure.claims * SECONDS.claim +
    measure.cases * SECONDS.case +
    measure.listingLines * SECONDS.listingLine;
  return atLeastOne(measure.words / WORDS_A_MINUTE + seconds / 60);
}

/** Minutes for a quiz, by the types of its items. */
export function quizMinutes(types: readonly ItemType[]): number {
  return atLeastOne(itemMinutes(types));
}

/** Minutes for the placement, by the types of its items. */
export function placementMinutes(types: readonly ItemType[]): number {
  return atLeastOne(itemMinutes(types) * PLACEMENT_SHARE);
}

/** Minutes for one record: the brief twice, a minute for each component to decide, writing, and reading the result. */
export function exerciseMinutes(brief: { readonly briefWords: number; readonly components: number }): number {
  const reading = (brief.briefWords * BRIEF_READINGS) / WORDS_A_MINUTE;
  return atLeastOne(reading + brief.components + RECORD_MINUTES + RESULT_MINUTES);
}
