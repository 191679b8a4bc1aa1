import { LEAST_REPORT_CHARACTERS, type ReportKind } from '@/schemas/problem-report';

/** What a reader has chosen and typed so far. */
export interface ReportWords {
  readonly kind: ReportKind;
  readonly text: string;
}

/** A report on its way. Every state before `sent` keeps what was typed. */
export type ReportState =
  | { readonly status: 'writing'; readonly words: ReportWords; readonly problem: string | null }
  | { readonly status: 'sending'; readonly words: ReportWords; readonly key: string }
  /** Not known to have arrived: the next try carries the same key, so that it is stored once. */
  | { readonly status: 'unsure'; readonly words: ReportWords; readonly key: string; readonly problem: string }
  | { readonly status: 'sent' };

export type ReportEvent =
  | { readonly type: 'changed'; readonly words: ReportWords }
  | { readonly type: 'sent-off'; readonly key: string }
  | { readonly type: 'arrived' }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'lost'; readonly message: string };

/** What is still missing before a report can go, as a sentence; null where nothing is. */
export function whatIsMissing({ text }: ReportWords): string | null {
  if (text.trim().length >= LEAST_REPORT_CHARACTERS) return null;
  return `Say what is wrong in at least ${LEAST_REPORT_CHARACTERS} characters.`;
}

/** A change makes another report of it, so the key of a lost try goes. */
export function reportReducer(state: ReportState, event: ReportEvent): ReportState {
  if (state.status === 'sent') return state;
  const { words } = state;
  switch (event.type) {
    case 'changed':
      return state.status === 'sending' ? state : { status: 'writing', words: event.words, problem: null };
    case 'sent-off': {
      const problem = whatIsMissing(words);
      if (problem) return { status: 'writing', words, problem };
      return { status: 'sending', words, key: state.status === 'unsure' ? state.key : event.key };
    }
    case 'arrived':
      return { status: 'sent' };
    case 'refused':
      return { status: 'writing', words, problem: event.message };
    case 'lost':
      return state.status === 'sending'
        ? { status: 'unsure', words, key: state.key, problem: event.message }
        : { status: 'writing', words, problem: event.message };
    default:
      return event satisfies never;
  }
}
