import 'server-only';

/** What the instructors' views of a cohort count, written in the transaction of the grade it is taken from (decision 031). */
export interface DashboardTables {
  /** The level of each criterion in the grade in force. */
  grade_criteria: { submissionId: string; criterionId: string; level: string };
  /** The misconceptions that the grade in force names. */
  grade_beliefs: { submissionId: string; misconceptionId: string };
}
