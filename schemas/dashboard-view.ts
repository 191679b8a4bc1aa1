import type { CohortId, LearnerId } from './ids';

/** The views of a cohort, as the analytics thread hands them to the pages. Never for a learner. */

/** Why somebody is on the list, with what it rests on; grader/risk/assess-risk.ts says by what rule. */
export type RiskReason =
  | { readonly kind: 'failing'; readonly scenarioId: string; readonly handIns: number; readonly best: number | null }
  | {
      readonly kind: 'stuck-exercise';
      readonly scenarioId: string;
      readonly handIns: number;
      readonly best: number | null;
    }
  | { readonly kind: 'overdue'; readonly assignments: number; readonly days: number }
  | { readonly kind: 'stuck-item'; readonly itemId: string; readonly failures: number; readonly others: number }
  | { readonly kind: 'inactive'; readonly days: number }
  | { readonly kind: 'overconfident'; readonly sure: number; readonly wrong: number }
  | { readonly kind: 'never-started'; readonly days: number };

/** One person and the dates of their assignments, extensions included; work that is done has no date any more. */
export interface PersonDue {
  /** The next date that has not passed. */
  readonly nextAt: number | null;
  readonly overdue: number;
  /** The oldest date that has passed. */
  readonly overdueSince: number | null;
}

export interface ModuleCell {
  readonly moduleId: string;
  readonly steps: number;
  readonly done: number;
  readonly lessonsRead: number;
  readonly quizzesMastered: number;
  readonly right: number;
  readonly answered: number;
  readonly handIns: number;
  readonly best: number | null;
  readonly isPassed: boolean;
  readonly isBegun: boolean;
}

export interface DeskPerson {
  readonly learnerId: LearnerId;
  readonly name: string;
  readonly email: string | null;
  readonly isGuest: boolean;
  readonly joinedAt: number;
  readonly lastActiveAt: number;
  readonly standing: 'not-started' | 'under-way' | 'complete';
  readonly weight: number;
  readonly reasons: readonly RiskReason[];
  readonly due: PersonDue;
  /** Minutes in quizzes; null where none was finished. */
  readonly quizMinutes: number | null;
  readonly modules: readonly ModuleCell[];
}

export interface ModuleSummary {
  readonly moduleId: string;
  readonly begun: number;
  readonly complete: number;
  /** Median share of the steps done, of those who have begun. */
  readonly medianShare: number | null;
  /** Median best grade, and of how many people. */
  readonly medianBest: number | null;
  readonly graded: number;
  /** Median minutes in its quizzes, and of how many people. */
  readonly medianMinutes: number | null;
  readonly timed: number;
}

export interface Funnel {
  readonly started: number;
  readonly read: number;
  readonly quiz: number;
  readonly handedIn: number;
  readonly passed: number;
}

/** The numbers about the whole. */
export interface CohortSummary {
  readonly people: number;
  readonly atRisk: number;
  readonly standings: Readonly<Record<DeskPerson['standing'], number>>;
  readonly modules: readonly ModuleSummary[];
  readonly funnel: Funnel;
  readonly medianMinutes: number | null;
  readonly timed: number;
  /** Assignments that are open; without any nobody has a date. */
  readonly assignments: number;
}

export interface PeoplePage {
  readonly people: readonly DeskPerson[];
  /** How many there are with this filter. */
  readonly found: number;
  /** For the address of the next page; null on the last. */
  readonly next: string | null;
}

export interface CohortOverviewView {
  readonly cohort: { readonly id: CohortId; readonly name: string };
  readonly asOf: number;
  readonly summary: CohortSummary;
  readonly page: PeoplePage;
  /** The five who need somebody most. */
  readonly first: readonly DeskPerson[];
  /** Grades of this cohort that wait for a person. */
  readonly doubted: number;
}

/** The whole of a cohort in a few numbers, with those who need somebody most. */
export type CohortGlanceView = Pick<CohortOverviewView, 'cohort' | 'asOf' | 'summary' | 'first'>;

/** What a lead sees: numbers about the whole, and none about fewer than five people. */
export interface CohortAggregateView {
  readonly cohort: { readonly id: CohortId; readonly name: string };
  readonly asOf: number;
  /** Null below five people. */
  readonly summary: Omit<CohortSummary, 'atRisk'> | null;
}

export interface ObjectiveGap {
  readonly objectiveId: string;
  readonly right: number;
  readonly answers: number;
  readonly people: number;
}

export interface CriterionGap {
  readonly criterionId: string;
  readonly scenarioId: string;
  readonly full: number;
  readonly half: number;
  readonly none: number;
}

export interface BeliefGap {
  readonly misconceptionId: string;
  /** People whose latest draft of some exercise shows it. */
  readonly holders: number;
  /** Hand-ins that showed it, and all hand-ins, in the last four weeks and in the four before. */
  readonly recent: number;
  readonly recentOf: number;
  readonly before: number;
  readonly beforeOf: number;
}

/** A wrong option that many take. */
export interface WrongOption {
  readonly itemId: string;
  readonly chosen: string;
  readonly people: number;
  readonly sure: number;
  /** Who answered the item at all. */
  readonly answered: number;
}

export interface CohortGaps {
  readonly asOf: number;
  readonly people: number;
  readonly objectives: readonly ObjectiveGap[];
  readonly criteria: readonly CriterionGap[];
  readonly beliefs: readonly BeliefGap[];
  readonly wrongOptions: readonly WrongOption[];
}

/** One person whose draft shows a misconception, with the words that show it. */
export interface BeliefHolder {
  readonly learnerId: LearnerId;
  readonly name: string;
  readonly isGuest: boolean;
  readonly submissionId: string;
  readonly scenarioId: string;
  readonly submittedAt: number;
  readonly quote: string | null;
}
