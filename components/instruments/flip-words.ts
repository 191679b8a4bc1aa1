import type { Answer, Dial, Option } from './models/flip-point';

export const DIAL_NAMES: Readonly<Record<Dial, string>> = {
  limit: 'Limit at p99',
  load: 'Load',
  skill: 'Have shipped Rust',
  weeks: 'Until it must run',
};

export const OPTION_NAMES: Readonly<Record<Option, string>> = { java: 'Java, as it is', go: 'Go', rust: 'Rust' };

export const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  keep: 'keep Java',
  go: 'Go',
  rust: 'Rust',
  date: 'wrong question: the date',
  limit: 'wrong question: the limit',
};

export function sayDial(dial: Dial, value: number): string {
  if (dial === 'limit') return `${value} ms`;
  if (dial === 'load') return `${value.toLocaleString('en-GB')} a second`;
  return dial === 'skill' ? `${value} of 6` : `${value} weeks`;
}
