import type { RiskReason } from '@/schemas/dashboard-view';

/** What one person left behind, as far as it bears on whether somebody should speak to them. Times are whole days. */
export interface RiskFacts {
  readonly isGuest: boolean;
  readonly hasBegun: boolean;
  /** Every module that has lessons is complete. */
  readonly isDone: boolean;
  readonly daysSinceJoined: number;
  readonly daysSinceActive: number;
  /** Exercises handed in and not passed. */
  readonly openExercises: readonly {
    readonly scenarioId: string;
    readonly handIns: number;
    readonly best: number | null;
  }[];
  /** Items whose latest answer is wrong. */
  readonly wrongItems: readonly { readonly itemId: string; readonly failures: number }[];
  /** Latest answers of which they were sure, and how many of those were wrong. */
  readonly sure: number;
  readonly sureAndWrong: number;
  /** Assignments whose date has passed without them, and for how many days the oldest has. */
  readonly overdue: number;
  readonly daysOverdue: number;
}

export interface Risk {
  /** 0: nobody needs to do anything. Only the order is meant, not the distance. */
  readonly weight: number;
  /** Heaviest first. */
  readonly reasons: readonly RiskReason[];
}

/** Two weeks without a sign of life: longer than a holiday week, short enough to come back. */
export const INACTIVE_DAYS = 14;
/** Whoever was enrolled a week ago and has not opened a lesson. */
export const UNBEGUN_DAYS = 7;
/** So many failures at the same thing are no accident. */
export const STUCK_FAILURES = 2;
/** From here on another try alone is unlikely to help. */
export const FAILING_HAND_INS = 3;
/** Overconfident: so many answers that were sure and wrong, and so large a part of the sure ones. */
export const SURE_AND_WRONG = 3;
export const SURE_AND_WRONG_SHARE = 0.3;

const LONGEST_COUNTED = 30;

/**
 * What a reason weighs: trouble with the work before absence, absence before attitude (docs/decisions/031); a date that passed
 * stands between an exercise and an item that somebody is stuck on. Days count
 * up to thirty, so that somebody who left long ago does not stay on top for ever.
 */
function weightOf(reason: RiskReason): number {
  switch (reason.kind) {
    case 'failing':
      return 60 + Math.min(reason.handIns, 10);
    case 'stuck-exercise':
      return 40;
    case 'overdue':
      return 30 + Math.min(reason.assignments, 5) + Math.min(reason.days, 4);
    case 'stuck-item':
      return 20 + Math.min(reason.failures + reason.others, 10);
    case 'inactive':
      return 10 + Math.min(reason.days, LONGEST_COUNTED);
    case 'overconfident':
      return 15;
    case 'never-started':
      return 5 + Math.min(reason.days, LONGEST_COUNTED);
    default:
      return reason satisfies never;
  }
}

function exerciseReasons({ openExercises }: RiskFacts): RiskReason[] {
  return openExercises.flatMap((exercise): RiskReason[] => {
    if (exercise.handIns >= FAILING_HAND_INS) return [{ kind: 'failing', ...exercise }];
    return exercise.handIns >= STUCK_FAILURES ? [{ kind: 'stuck-exercise', ...exercise }] : [];
  });
}

/** The item failed most often stands for all of them: a list of items says less than one and a number. */
function itemReason({ wrongItems }: RiskFacts): RiskReason[] {
  const stuck = wrongItems
    .filter(({ failures }) => failures >= STUCK_FAILURES)
    .toSorted((one, other) => other.failures - one.failures || (one.itemId < other.itemId ? -1 : 1));
  const [worst] = stuck;
  return worst ? [{ kind: 'stuck-item', ...worst, others: stuck.length - 1 }] : [];
}

function absence({ isGuest, hasBegun, isDone, daysSinceJoined, daysSinceActive }: RiskFacts): RiskReason[] {
  if (isDone) return [];
  if (hasBegun) return daysSinceActive >= INACTIVE_DAYS ? [{ kind: 'inactive', days: daysSinceActive }] : [];
  // A guest who only looked owes nobody anything.
  return !isGuest && daysSinceJoined >= UNBEGUN_DAYS ? [{ kind: 'never-started', days: daysSinceJoined }] : [];
}

/** A guest who only looked was asked for nothing that they know of. */
function lateness({ isGuest, hasBegun, overdue, daysOverdue }: RiskFacts): RiskReason[] {
  if (overdue === 0 || (isGuest && !hasBegun)) return [];
  return [{ kind: 'overdue', assignments: overdue, days: daysOverdue }];
}

function overconfidence({ sure, sureAndWrong: wrong }: RiskFacts): RiskReason[] {
  const isMuch = wrong >= SURE_AND_WRONG && wrong >= SURE_AND_WRONG_SHARE * sure;
  return isMuch ? [{ kind: 'overconfident', sure, wrong }] : [];
}

/** Who needs somebody, why, and how much more than others. Rules anybody can check against the evidence; no estimate. */
export function assessRisk(facts: RiskFacts): Risk {
  const reasons = [
    ...exerciseReasons(facts),
    ...lateness(facts),
    ...itemReason(facts),
    ...absence(facts),
    ...overconfidence(facts),
  ].toSorted((one, other) => weightOf(other) - weightOf(one));
  return { weight: reasons.reduce((sum, reason) => sum + weightOf(reason), 0), reasons };
}
