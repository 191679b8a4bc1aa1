import type { CalibrationTask, MarkedLevels } from '@/schemas/calibration-round';
import type { CriterionId } from '@/schemas/ids';
import type { Level } from '@/schemas/rubric';

/** Where the form is: being filled in, pointed at its holes, on its way, or back with the reason why not. */
export type Sending =
  | { readonly status: 'open' | 'sending' }
  | { readonly status: 'incomplete'; readonly missing: readonly CriterionId[] }
  | { readonly status: 'failed'; readonly message: string };

export interface MarkingState {
  readonly levels: MarkedLevels;
  readonly sending: Sending;
}

export type MarkingEvent =
  | { readonly type: 'marked'; readonly id: CriterionId; readonly level: Level }
  | { readonly type: 'found-incomplete'; readonly missing: readonly CriterionId[] }
  | { readonly type: 'sent' }
  | { readonly type: 'refused'; readonly message: string };

export const UNMARKED: MarkingState = { levels: {}, sending: { status: 'open' } };

/** Criteria without a level, in the order of the rubric. */
export const missingLevels = (levels: MarkedLevels, criteria: CalibrationTask['criteria']): CriterionId[] =>
  criteria.map(({ id }) => id).filter((id) => levels[id] === undefined);

/** What is on its way cannot be changed. */
export function reduceMarking(state: MarkingState, event: MarkingEvent): MarkingState {
  switch (event.type) {
    case 'marked': {
      const { sending } = state;
      if (sending.status === 'sending') return state;
      const missing = sending.status === 'incomplete' ? sending.missing.filter((id) => id !== event.id) : [];
      return {
        levels: { ...state.levels, [event.id]: event.level },
        sending: missing.length > 0 ? { status: 'incomplete', missing } : { status: 'open' },
      };
    }
    case 'found-incomplete':
      return { ...state, sending: { status: 'incomplete', missing: event.missing } };
    case 'sent':
      return { ...state, sending: { status: 'sending' } };
    case 'refused':
      return { ...state, sending: { status: 'failed', message: event.message } };
    default:
      return event satisfies never;
  }
}
