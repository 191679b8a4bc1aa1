/** A copy on this device, and the text of the case that it was written about. */
export interface ReplyCopy {
  readonly reply: string;
  readonly caseHash: string;
}

/** expired: the case was rewritten or taken out, so trying again cannot help; the reply stays. */
export type Sending =
  | { readonly status: 'idle' }
  | { readonly status: 'sending' }
  | { readonly status: 'refused'; readonly message: string }
  | { readonly status: 'expired'; readonly message: string };

export interface ReplyState {
  readonly reply: string;
  readonly sending: Sending;
  /** Whether a copy from an earlier visit was found, and whether it spoke of the case as it was before. */
  readonly found: 'nothing' | 'same-case' | 'older-case';
  /** The reply was sent while it was empty: the field says so. */
  readonly isMissing: boolean;
}

export type ReplyEvent =
  | { readonly type: 'found-on-device'; readonly copy: ReplyCopy | null; readonly caseHash: string }
  | { readonly type: 'wrote'; readonly reply: string }
  | { readonly type: 'missing' }
  | { readonly type: 'sent' }
  | { readonly type: 'not-taken'; readonly code: string; readonly message: string };

export const START: ReplyState = { reply: '', sending: { status: 'idle' }, found: 'nothing', isMissing: false };

/** Words that were typed before the copy was looked for win over it. */
function restored(state: ReplyState, copy: ReplyCopy | null, caseHash: string): ReplyState {
  if (!copy || copy.reply === '' || state.reply !== '') return state;
  return { ...state, reply: copy.reply, found: copy.caseHash === caseHash ? 'same-case' : 'older-case' };
}

export function replyMachine(state: ReplyState, event: ReplyEvent): ReplyState {
  switch (event.type) {
    case 'found-on-device':
      return restored(state, event.copy, event.caseHash);
    case 'wrote':
      return {
        ...state,
        reply: event.reply,
        isMissing: false,
        // What was refused before is a new try now; a case that is gone stays gone.
        sending: state.sending.status === 'expired' ? state.sending : { status: 'idle' },
      };
    case 'missing':
      return { ...state, isMissing: true };
    case 'sent':
      return { ...state, sending: { status: 'sending' } };
    case 'not-taken': {
      const isExpired = event.code === 'case-expired' || event.code === 'not-opened';
      return { ...state, sending: { status: isExpired ? 'expired' : 'refused', message: event.message } };
    }
    default:
      return event satisfies never;
  }
}
