import 'server-only';
import type { Rate } from './rate-limit';

/** Per person and minute. Autosave writes at most every two seconds; two tabs and retries fit in. */
export const RATES = {
  draft: { name: 'draft', perMinute: 120 },
  submit: { name: 'submit', perMinute: 20 },
  quiz: { name: 'quiz', perMinute: 120 },
  feedback: { name: 'feedback', perMinute: 30 },
  review: { name: 'review', perMinute: 120 },
  report: { name: 'report', perMinute: 10 },
  file: { name: 'file', perMinute: 10 },
  cohort: { name: 'cohort', perMinute: 240 },
  /** Every two and a half seconds, in a few tabs. */
  live: { name: 'live', perMinute: 240 },
  small: { name: 'small', perMinute: 60 },
} as const satisfies Record<string, Rate>;

/** Per address and minute, for requests without a person: a lecture hall opens the course at once. */
export const PUBLIC_RATES = {
  guest: { name: 'guest', perMinute: 1_200 },
  // A class of five hundred signs up in the same minute.
  signUp: { name: 'sign-up', perMinute: 600 },
  signIn: { name: 'sign-in', perMinute: 600 },
  signOut: { name: 'sign-out', perMinute: 1_200 },
  reset: { name: 'reset', perMinute: 120 },
  forgotten: { name: 'forgotten', perMinute: 60 },
  sso: { name: 'sso', perMinute: 600 },
  search: { name: 'search', perMinute: 3_000 },
  join: { name: 'join', perMinute: 600 },
  verify: { name: 'verify', perMinute: 600 },
  letter: { name: 'letter', perMinute: 600 },
  calendar: { name: 'calendar', perMinute: 600 },
} as const satisfies Record<string, Rate>;
