import { sayDuration } from '@/components/ui/duration';
import type { PlannedWeek } from '@/course/describe-course';

interface InviteFacts {
  readonly origin: string;
  readonly group: string;
  readonly weeks: readonly PlannedWeek[];
}

/** What an instructor sends with the link of an invitation, which is shown only once and therefore not known here. */
export function inviteText({ origin, group, weeks }: InviteFacts): string {
  const longest = Math.max(0, ...weeks.map(({ minutes }) => minutes));
  return `Hello,

over the next ${weeks.length} weeks we learn to decide between Rust, Go, both, or neither, and to defend it in review. The group is “${group}”.

What it is, how long it takes and who sees what of you: ${origin}/about

Join with this link: [paste the invitation’s link here]

Plan up to ${sayDuration(longest)} a week. Begin with the first lesson; it takes a quarter of an hour and needs no preparation. Grades are there to learn from. Nobody is compared by them, and your manager sees only how far the whole group is.

If something is wrong or unclear, every page has a button to say so. It reaches me.`;
}

/** A week before the discussion. */
export function discussionText({ origin, exercise }: { readonly origin: string; readonly exercise: string }): string {
  return `Hello,

next week we talk for 45 minutes about one case: ${exercise}.

Please hand in a record by the evening before, even a short one: ${origin}/continue
We do not look for the right answer. We look for where we differ, and for what would change somebody’s mind. Nobody’s text is shown with a name.`;
}
