import { z } from 'zod';
import {
  AssignmentIdSchema,
  CohortIdSchema,
  cleanText,
  InstantSchema,
  LearnerIdSchema,
  ModuleIdSchema,
  PathIdSchema,
  ScenarioIdSchema,
} from './ids';
import { StepSchema } from './progress';

/** What is assigned: a whole path, some modules, or some exercises by themselves. */
export const AssignmentTargetSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('path'), pathId: PathIdSchema }),
  z.strictObject({ type: z.literal('modules'), moduleIds: z.array(ModuleIdSchema).min(1).max(20) }),
  z.strictObject({ type: z.literal('exercises'), scenarioIds: z.array(ScenarioIdSchema).min(1).max(50) }),
]);
export type AssignmentTarget = z.infer<typeof AssignmentTargetSchema>;

export const MOST_HAND_INS = 20;

/** How often a record may be handed in, and which hand-in is looked at. */
export const AttemptsPolicySchema = z.strictObject({
  counts: z.enum(['best', 'latest']).describe('Which graded hand-in of an exercise has to pass.'),
  most: z
    .int()
    .min(1)
    .max(MOST_HAND_INS)
    .nullable()
    .describe('Hand-ins per exercise from the opening on; null: any number.'),
});
export type AttemptsPolicy = z.infer<typeof AttemptsPolicySchema>;

/** What an exercise has to reach: what the course says, or a share of its own. */
export const PassRuleSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('course') }),
  z.strictObject({ type: z.literal('share'), share: z.number().min(0.1).max(1) }),
]);
export type PassRule = z.infer<typeof PassRuleSchema>;

const plan = {
  title: cleanText(120)
    .trim()
    .min(3, 'Give it a title of at least three characters.')
    .describe('Shown to learners, such as "Before the design review".'),
  note: cleanText(1_000).trim().describe('To the learners; may be empty.'),
  target: AssignmentTargetSchema,
  attempts: AttemptsPolicySchema,
  passing: PassRuleSchema,
  opensAt: InstantSchema,
  dueAt: InstantSchema,
};

/** What an instructor decides about an assignment. */
export const AssignmentPlanSchema = z.strictObject(plan);
export type AssignmentPlan = z.infer<typeof AssignmentPlanSchema>;

/** Work for a cohort with a date. A withdrawn one asks for nothing; work done for it stays with its learners. */
export const AssignmentSchema = z.strictObject({
  id: AssignmentIdSchema,
  cohortId: CohortIdSchema,
  version: z.int().positive().describe('Rises with every change, so that of two people editing the later is told.'),
  ...plan,
  createdAt: InstantSchema,
  changedAt: InstantSchema,
  withdrawnAt: InstantSchema.nullable(),
});
export type Assignment = z.infer<typeof AssignmentSchema>;

/** More time for one person. The reason is for the instructors and that person. */
export const ExtensionSchema = z.strictObject({
  learnerId: LearnerIdSchema,
  dueAt: InstantSchema,
  reason: z.string(),
  grantedAt: InstantSchema,
});
export type Extension = z.infer<typeof ExtensionSchema>;

const parts = { done: z.int().nonnegative(), total: z.int().nonnegative() };
const open = { ...parts, next: StepSchema };

/** How one learner stands against one assignment, by the server's times of receipt. */
export const AssignmentStandingSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('not-open'), ...open }),
  z.strictObject({ status: z.literal('open'), ...open }),
  z.strictObject({ status: z.literal('due-soon'), ...open }),
  z.strictObject({ status: z.literal('overdue'), ...open }),
  z.strictObject({ status: z.literal('done'), ...parts, doneAt: InstantSchema }),
  z.strictObject({ status: z.literal('done-late'), ...parts, doneAt: InstantSchema }),
]);
export type AssignmentStanding = z.infer<typeof AssignmentStandingSchema>;

/** An assignment as one learner sees it, with their own date. */
export const OwnAssignmentSchema = z.strictObject({
  id: AssignmentIdSchema,
  cohortName: z.string(),
  title: z.string(),
  note: z.string(),
  asks: z.array(z.string()).describe('What it consists of, in words.'),
  attempts: AttemptsPolicySchema,
  passShare: z.number(),
  opensAt: InstantSchema,
  dueAt: InstantSchema.describe('Their own: with an extension, the later one.'),
  extension: ExtensionSchema.omit({ learnerId: true }).nullable(),
  standing: AssignmentStandingSchema,
});
export type OwnAssignment = z.infer<typeof OwnAssignmentSchema>;

/** On the page of an exercise: which assignment asks for it, and how many hand-ins are left. */
export const AssignedExerciseSchema = z.strictObject({
  title: z.string(),
  dueAt: InstantSchema,
  isOverdue: z.boolean(),
  left: z.int().nonnegative().nullable().describe('Hand-ins left; null where any number may be handed in.'),
});
export type AssignedExercise = z.infer<typeof AssignedExerciseSchema>;

/** One person's standing on the instructor's page. */
export const LearnerStandingSchema = z.strictObject({
  learnerId: LearnerIdSchema,
  name: z.string(),
  isGuest: z.boolean(),
  dueAt: InstantSchema,
  extension: ExtensionSchema.omit({ learnerId: true }).nullable(),
  standing: AssignmentStandingSchema,
  handIns: z.int().nonnegative().describe('Of the exercises asked for, from the opening on.'),
  lateHandIns: z.int().nonnegative().describe('Those of them that were received after this person’s date.'),
});
export type LearnerStanding = z.infer<typeof LearnerStandingSchema>;

export const ChangeAssignmentBodySchema = z.strictObject({
  baseVersion: z.int().positive(),
  plan: AssignmentPlanSchema,
});
export const WithdrawAssignmentBodySchema = z.strictObject({ isWithdrawn: z.boolean() });
export const GrantExtensionBodySchema = z.strictObject({
  dueAt: InstantSchema,
  reason: cleanText(500).trim().min(3, 'Give a reason of at least three characters.'),
});
export type GrantExtensionBody = z.infer<typeof GrantExtensionBodySchema>;
