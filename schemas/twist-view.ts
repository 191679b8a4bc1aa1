import { z } from 'zod';
import { InstantSchema, SubmissionIdSchema } from './ids';
import { BoundarySchema, HandInSchema, PublicScenarioSchema, ScenarioSchema } from './scenario';
import { TwistIdSchema } from './twist';
import { TwistAnswerSchema, TwistGradeSchema } from './twist-grade';

/** One line of the list under a result. The fact itself is not in it: it is read when its round is opened. */
export const TwistEntrySchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('locked'), n: z.int().positive() }),
  z.strictObject({ status: z.literal('ready'), n: z.int().positive() }),
  z.strictObject({ status: z.literal('done'), n: z.int().positive(), best: z.number(), rounds: z.int().positive() }),
]);
export type TwistEntry = z.infer<typeof TwistEntrySchema>;

/** A round as its learner sees it: no expectation, no statement, no receipt. */
export const LearnerRoundSchema = z
  .strictObject({
    number: z.int().positive(),
    submittedAt: InstantSchema,
    answer: TwistAnswerSchema,
    grade: TwistGradeSchema.omit({ receipt: true, twist: true }),
    after: z
      .strictObject({
        feedback: z.string(),
        newAnswer: ScenarioSchema.shape.twist.shape.new_answer,
        why: ScenarioSchema.shape.twist.shape.why,
      })
      .nullable()
      .describe('What the author says, once the round is handed in; null where the fact was rewritten since.'),
  })
  .brand<'LearnerRound'>();
export type LearnerRound = z.infer<typeof LearnerRoundSchema>;

/** The page of one twist. `round` is the one to show; null where there is none yet or another try is wanted. */
export const TwistPageSchema = z.strictObject({
  submissionId: SubmissionIdSchema,
  draftNumber: z.int().positive(),
  scenario: PublicScenarioSchema,
  n: z.int().positive(),
  of: z.int().positive(),
  twistId: TwistIdSchema,
  change: ScenarioSchema.shape.twist.shape.change,
  changeHash: z.string(),
  before: z.strictObject({ choices: HandInSchema.shape.choices, boundary: BoundarySchema }),
  rounds: z.array(z.strictObject({ number: z.int().positive(), submittedAt: InstantSchema, overall: z.number() })),
  round: LearnerRoundSchema.nullable(),
});
export type TwistPage = z.infer<typeof TwistPageSchema>;
