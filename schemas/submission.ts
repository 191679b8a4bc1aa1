import { z } from 'zod';
import { AttemptIdSchema, InstantSchema, LearnerIdSchema, ScenarioIdSchema, SubmissionIdSchema } from './ids';
import { HandInSchema, PartialHandInSchema } from './scenario';

/** One handed-in draft of a decision record: immutable once made. `number` counts them at the scenario from 1. */
export const SubmissionSchema = z.strictObject({
  id: SubmissionIdSchema,
  attemptId: AttemptIdSchema,
  learnerId: LearnerIdSchema,
  scenarioId: ScenarioIdSchema,
  number: z.int().positive(),
  handIn: HandInSchema,
  contentHash: z.string(),
  submittedAt: InstantSchema,
});
export type Submission = z.infer<typeof SubmissionSchema>;

/** The working copy that autosave keeps. `version` rises with every accepted save. */
export const DraftSchema = z.strictObject({
  scenarioId: ScenarioIdSchema,
  version: z.int().nonnegative(),
  handIn: PartialHandInSchema,
  savedAt: InstantSchema,
});
export type Draft = z.infer<typeof DraftSchema>;
