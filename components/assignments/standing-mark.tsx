import { Tag } from '@/components/ui/tag';
import type { AssignmentStanding } from '@/schemas/assignment';

type Status = AssignmentStanding['status'];

export const STANDING_WORDS: Readonly<Record<Status, string>> = {
  'not-open': 'Not open yet',
  open: 'Open',
  'due-soon': 'Due soon',
  overdue: 'Overdue',
  done: 'Done',
  'done-late': 'Done late',
};

const TONES = {
  'not-open': 'plain',
  open: 'accent',
  'due-soon': 'partly',
  overdue: 'missing',
  done: 'met',
  'done-late': 'partly',
} as const satisfies Record<Status, string>;

/** How somebody stands, as a word; the colour only repeats it. */
export function StandingMark({ status }: { readonly status: Status }) {
  return <Tag tone={TONES[status]}>{STANDING_WORDS[status]}</Tag>;
}
