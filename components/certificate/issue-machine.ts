/** Where the form of a certificate is: being filled in, pointed at its holes, on its way, or back with the reason. */
export type IssueState =
  | { readonly status: 'open' }
  | { readonly status: 'incomplete'; readonly name: string | null; readonly consent: string | null }
  | { readonly status: 'sending' }
  | { readonly status: 'failed'; readonly message: string };

export type IssueEvent =
  | { readonly type: 'asked'; readonly name: string; readonly mayBeRead: boolean }
  | { readonly type: 'refused'; readonly message: string; readonly path: string | null };

const NAME = 'Type the name that the certificate should carry, two letters at least.';
const CONSENT = 'Tick the box, or leave it: without it no certificate is issued, and nothing else changes.';

/** What is said before asking the server, which checks everything again; what is on its way cannot be sent twice. */
export function reduceIssue(state: IssueState, event: IssueEvent): IssueState {
  switch (event.type) {
    case 'asked': {
      if (state.status === 'sending') return state;
      const name = event.name.trim().length < 2 ? NAME : null;
      const consent = event.mayBeRead ? null : CONSENT;
      return name || consent ? { status: 'incomplete', name, consent } : { status: 'sending' };
    }
    case 'refused':
      return event.path === 'name'
        ? { status: 'incomplete', name: event.message, consent: null }
        : { status: 'failed', message: event.message };
    default:
      return event satisfies never;
  }
}
