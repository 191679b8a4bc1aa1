import type { Grade } from '@/schemas/grade';
import type { GradeEvent } from '@/schemas/grade-event';

type Criteria = Pick<Grade, 'criteria'>;
type Event = Pick<GradeEvent, 'kind'> & { readonly grade: Criteria };

/** The machine's grade that a person had before them, and what the person made of it. */
export interface Decision {
  readonly machine: Criteria;
  readonly person: Criteria;
  readonly isAppeal: boolean;
}

/**
 * The latest decision of a person that still stands: an undo takes back the event before it. Held against the machine
 * grade that it was made about, not against a later regrade; a confirmation is a decision for the machine's levels.
 */
export function standingDecision(events: readonly Event[]): Decision | null {
  const standing: Event[] = [];
  for (const event of events) {
    if (event.kind === 'undo') standing.pop();
    else standing.push(event);
  }
  const at = standing.findLastIndex(({ kind }) => kind === 'review' || kind === 'appeal');
  const person = standing[at];
  const machine = standing.slice(0, Math.max(0, at)).findLast(({ kind }) => kind === 'machine' || kind === 'regrade');
  if (!person || !machine) return null;
  return { machine: machine.grade, person: person.grade, isAppeal: person.kind === 'appeal' };
}
