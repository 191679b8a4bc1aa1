import type { RiskReason } from '@/schemas/dashboard-view';

/** Titles that reasons name; the thread that finds the reasons knows ids only. */
export interface DeskNames {
  readonly exercises: Readonly<Record<string, string>>;
  /** By item: what it asks, and in which lesson. */
  readonly items: Readonly<Record<string, { readonly stem: string; readonly lesson: string }>>;
}

export interface ReasonWords {
  /** Two or three words for a tag. */
  readonly short: string;
  /** What it rests on. */
  readonly evidence: string;
  /** What somebody could do first. */
  readonly step: string;
}

const percent = (share: number | null) => (share === null ? 'no grade' : `${Math.round(share * 100)} %`);

function exerciseName(id: string, { exercises }: DeskNames): string {
  return exercises[id] ? `${id} ${exercises[id]}` : id;
}

function itemName(id: string, { items }: DeskNames): string {
  const item = items[id];
  return item ? `an item of “${item.lesson}”` : `the item ${id}`;
}

const beside = (others: number) =>
  others === 0 ? '' : `, and ${others} ${others === 1 ? 'other item' : 'other items'}`;

/** A reason in words: what it is called, what it rests on, and a first step. */
export function reasonWords(reason: RiskReason, names: DeskNames): ReasonWords {
  switch (reason.kind) {
    case 'failing':
      return {
        short: `${reason.handIns} drafts failed`,
        evidence: `${reason.handIns} drafts of ${exerciseName(reason.scenarioId, names)}, none passed; best ${percent(reason.best)}.`,
        step: 'Read the latest draft with them; another try alone is unlikely to help.',
      };
    case 'stuck-exercise':
      return {
        short: `stuck on ${reason.scenarioId}`,
        evidence: `${reason.handIns} drafts of ${exerciseName(reason.scenarioId, names)} not passed; best ${percent(reason.best)}.`,
        step: 'Point at one criterion that both drafts miss, and the passage to read again.',
      };
    case 'overdue':
      return {
        short: reason.assignments === 1 ? 'overdue' : `${reason.assignments} overdue`,
        evidence: `${reason.assignments} ${reason.assignments === 1 ? 'assignment' : 'assignments'} overdue, ${
          reason.days === 0 ? 'since today' : `for ${reason.days} ${reason.days === 1 ? 'day' : 'days'}`
        }${reason.assignments === 1 ? '' : ' at most'}.`,
        step: 'Ask what stands in the way; more time can be granted on the page of the assignment.',
      };
    case 'stuck-item':
      return {
        short: 'stuck on an item',
        evidence: `${reason.failures} wrong answers to ${itemName(reason.itemId, names)}${beside(reason.others)}.`,
        step: 'Ask them to say in their own words why their answer is wrong.',
      };
    case 'inactive':
      return {
        short: `${reason.days} days away`,
        evidence: `Last here ${reason.days} days ago, with work left to do.`,
        step: 'Ask what got in the way, and agree on the next half hour.',
      };
    case 'overconfident':
      return {
        short: 'sure and wrong',
        evidence: `${reason.wrong} of ${reason.sure} answers they were sure of are wrong.`,
        step: 'Go through one of them together before the next exercise.',
      };
    case 'never-started':
      return {
        short: 'not started',
        evidence: `Joined ${reason.days} days ago and has opened no lesson.`,
        step: 'Send the address of the first lesson, and say how long it takes.',
      };
    default:
      return reason satisfies never;
  }
}
