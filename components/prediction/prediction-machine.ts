import type { Confidence } from '@/schemas/item';
import type { Prediction, PredictionAsk } from '@/schemas/prediction';
import type { Level } from '@/schemas/rubric';

/** The marks on the page so far; a mark may still lack one of its two halves. */
export type Marks = Readonly<Record<string, { readonly level?: Level; readonly certainty?: Confidence }>>;

/** Where the form is: being filled in, pointed at its holes, on its way, or back with the reason why not. */
export type Sending =
  | { readonly status: 'open' }
  | { readonly status: 'incomplete'; readonly missing: readonly string[] }
  | { readonly status: 'sending'; readonly what: 'predicted' | 'skipped' | 'never' }
  | { readonly status: 'failed'; readonly message: string };

export interface PredictionState {
  readonly marks: Marks;
  readonly sending: Sending;
}

export type PredictionEvent =
  | { readonly type: 'level-marked'; readonly id: string; readonly level: Level }
  | { readonly type: 'certainty-marked'; readonly id: string; readonly certainty: Confidence }
  | { readonly type: 'found-incomplete'; readonly missing: readonly string[] }
  | { readonly type: 'sent'; readonly what: 'predicted' | 'skipped' | 'never' }
  | { readonly type: 'refused'; readonly message: string };

export const EMPTY_PREDICTION: PredictionState = { marks: {}, sending: { status: 'open' } };

/** The form is told what was marked and what the server answered. What is on its way cannot be changed. */
export function reducePrediction(state: PredictionState, event: PredictionEvent): PredictionState {
  switch (event.type) {
    case 'level-marked':
      return mark(state, event.id, { level: event.level });
    case 'certainty-marked':
      return mark(state, event.id, { certainty: event.certainty });
    case 'found-incomplete':
      return { ...state, sending: { status: 'incomplete', missing: event.missing } };
    case 'sent':
      return { ...state, sending: { status: 'sending', what: event.what } };
    case 'refused':
      return { ...state, sending: { status: 'failed', message: event.message } };
    default:
      return event satisfies never;
  }
}

function mark(state: PredictionState, id: string, half: Marks[string]): PredictionState {
  if (state.sending.status === 'sending') return state;
  const marks = { ...state.marks, [id]: { ...state.marks[id], ...half } };
  const { sending } = state;
  if (sending.status !== 'incomplete') return { marks, sending: { status: 'open' } };
  const missing = sending.missing.filter((one) => !isMarked(marks, one));
  return { marks, sending: missing.length === 0 ? { status: 'open' } : { status: 'incomplete', missing } };
}

const isMarked = (marks: Marks, id: string) => marks[id]?.level !== undefined && marks[id]?.certainty !== undefined;

/** Criteria that lack a level or a certainty, in the order of the rubric. */
export function missingMarks(marks: Marks, criteria: PredictionAsk['criteria']): string[] {
  return criteria.map(({ id }) => id).filter((id) => !isMarked(marks, id));
}

/** The marks as a prediction; null while something is missing. */
export function toPrediction(marks: Marks, criteria: PredictionAsk['criteria']): Prediction | null {
  const whole = criteria.flatMap(({ id }) => {
    const { level, certainty } = marks[id] ?? {};
    return level && certainty ? [{ id, level, certainty }] : [];
  });
  return whole.length === criteria.length ? whole : null;
}
