import type { Arguments, Band, Share, Split } from '@/schemas/team-map';

/** How many, in words that hide whether it is nobody or one, everybody or all but one. */
export const BAND_WORD: Readonly<Record<Band, string>> = {
  few: 'Nobody, or one',
  some: 'Some',
  most: 'Most',
  all: 'Everybody, or all but one',
};

export function sayShare(share: Share, people: number): string {
  return share.kind === 'band' ? BAND_WORD[share.band] : `${share.from} to ${share.to} of ${people}`;
}

/** Why a split is not shown, as a sentence. */
export const HIDDEN: Readonly<Record<Exclude<Split['status'], 'shown'>, string>> = {
  'too-few': 'Shown from five people on.',
  scattered: 'Picks are so scattered that any word would point at somebody.',
};

export const NO_ARGUMENTS: Readonly<Record<Extract<Arguments, { from: 'nobody' }>['reason'], string>> = {
  'no-consent':
    'Too few people agreed that their sentences be shown without a name: it takes two on each side. Each side argues for itself today.',
  'not-open':
    'Not everybody has the exercise open yet, so the model answers stay closed. Each side argues for itself today.',
  'not-for-leads': 'Sentences of the team are for those who run the cohort. Each side argues for itself today.',
};

/** Three quarters of an hour, so that the decision is written down before people leave. */
export const AGENDA: readonly { readonly minutes: number; readonly title: string; readonly what: string }[] = [
  { minutes: 5, title: 'The brief', what: 'Everybody reads it again in silence. One person says what decides it.' },
  { minutes: 5, title: 'Where we stand', what: 'Look at the split. Nobody has to say which side is theirs.' },
  { minutes: 15, title: 'Two sides', what: 'Seven minutes each: the strongest case, not the own one.' },
  { minutes: 5, title: 'What nobody said', what: 'Go through what was not heard, and ask the questions.' },
  {
    minutes: 5,
    title: 'What would flip it',
    what: 'Name the fact that would change the decision, and who would see it.',
  },
  { minutes: 10, title: 'Write it down', what: 'Decision, deciding constraint, owner, date to look again.' },
];
