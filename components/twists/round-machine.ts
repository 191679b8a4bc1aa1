import type { Boundary, Choice } from '@/schemas/scenario';

/** What the learner is working on: revised picks and the note about them. */
export interface RoundWork {
  readonly choices: Readonly<Record<string, Choice>>;
  readonly boundary: Boundary;
  readonly note: string;
}

/** A copy on this device, and the fact that it was written about. */
export interface RoundCopy extends RoundWork {
  readonly changeHash: string;
}

/** expired: the fact was rewritten or taken out, so trying again cannot help; the note stays. */
export type Sending =
  | { readonly status: 'idle' }
  | { readonly status: 'sending' }
  | { readonly status: 'refused'; readonly message: string }
  | { readonly status: 'expired'; readonly message: string };

export interface RoundState {
  readonly work: RoundWork;
  readonly sending: Sending;
  /** Whether a copy from an earlier visit was found, and whether it spoke of the fact as it was before. */
  readonly found: 'nothing' | 'same-fact' | 'older-fact';
  /** The note was sent while it was empty: the field says so. */
  readonly isNoteMissing: boolean;
}

export type RoundEvent =
  | { readonly type: 'found-on-device'; readonly copy: RoundCopy | null; readonly changeHash: string }
  | { readonly type: 'chose'; readonly id: string; readonly choice: Choice }
  | { readonly type: 'chose-boundary'; readonly boundary: Boundary }
  | { readonly type: 'wrote'; readonly note: string }
  | { readonly type: 'note-missing' }
  | { readonly type: 'sent' }
  | { readonly type: 'not-taken'; readonly code: string; readonly message: string };

/** Picks as they were handed in, and no note yet. */
export const startRound = (before: Omit<RoundWork, 'note'>): RoundState => ({
  work: { choices: before.choices, boundary: before.boundary, note: '' },
  sending: { status: 'idle' },
  found: 'nothing',
  isNoteMissing: false,
});

const edited = (state: RoundState, part: Partial<RoundWork>): RoundState => ({
  ...state,
  work: { ...state.work, ...part },
  // What was refused before is a new try now; a fact that is gone stays gone.
  sending: state.sending.status === 'expired' ? state.sending : { status: 'idle' },
  isNoteMissing: state.isNoteMissing && part.note === undefined,
});

/** Words that were typed before the copy was looked for win over it. */
function restored(state: RoundState, copy: RoundCopy | null, changeHash: string): RoundState {
  if (!copy || state.work.note !== '') return state;
  const choices: Record<string, Choice> = { ...state.work.choices };
  for (const id of Object.keys(choices)) {
    const kept = copy.choices[id];
    if (kept) choices[id] = kept;
  }
  const { note, boundary } = copy;
  return {
    ...state,
    work: { choices, boundary, note },
    found: copy.changeHash === changeHash ? 'same-fact' : 'older-fact',
  };
}

export function roundMachine(state: RoundState, event: RoundEvent): RoundState {
  switch (event.type) {
    case 'found-on-device':
      return restored(state, event.copy, event.changeHash);
    case 'chose':
      return edited(state, { choices: { ...state.work.choices, [event.id]: event.choice } });
    case 'chose-boundary':
      return edited(state, { boundary: event.boundary });
    case 'wrote':
      return edited(state, { note: event.note });
    case 'note-missing':
      return { ...state, isNoteMissing: true };
    case 'sent':
      return { ...state, sending: { status: 'sending' } };
    case 'not-taken':
      return {
        ...state,
        sending: { status: event.code === 'twist-expired' ? 'expired' : 'refused', message: event.message },
      };
    default:
      return event satisfies never;
  }
}
