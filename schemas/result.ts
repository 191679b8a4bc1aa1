import { z } from 'zod';
import { CommentSchema, FeedbackTypeSchema } from './feedback';
import { ContradictionSchema, CriterionGradeFieldsSchema, GradeSchema } from './grade';
import { InstantSchema, LearnerIdSchema, ScenarioIdSchema, SubmissionIdSchema } from './ids';
import { ModelAnswerSchema } from './model-answer';
import { OpinionUsageSchema, OpinionViewSchema } from './opinion';
import { RereadLinkSchema } from './reread';
import { CriterionSchema, PublicCriterionSchema } from './rubric';
import { HandInSchema, ScenarioSchema } from './scenario';

/** A grade as its learner sees it: title and hint joined on, no descriptor, no concept, no rubric hash. */
export const LearnerCriterionSchema = CriterionGradeFieldsSchema.pick({
  id: true,
  points: true,
  max: true,
  level: true,
  confidence: true,
  judged: true,
  evidence: true,
  feedback: true,
  person: true,
}).extend({
  ...PublicCriterionSchema.pick({ title: true, hint: true }).shape,
  type: FeedbackTypeSchema,
  reread: z.array(RereadLinkSchema).describe('Empty where the criterion is met.'),
});
export type LearnerCriterion = z.infer<typeof LearnerCriterionSchema>;

export const LearnerGradeSchema = GradeSchema.pick({
  explanation: true,
  choices: true,
  boundary: true,
  flags: true,
  overall: true,
  needsReview: true,
  boundaryContradiction: true,
  arithmetic: true,
})
  .extend({
    criteria: z.array(LearnerCriterionSchema),
    contradictions: z.array(ContradictionSchema),
    comments: z.array(CommentSchema),
    misconceptions: z.array(z.strictObject({ id: z.string(), text: z.string(), quote: z.string().optional() })),
  })
  .brand<'LearnerGrade'>();
export type LearnerGrade = z.infer<typeof LearnerGradeSchema>;

/** What opens after passing or the third draft: descriptors, worked numbers, defensible answers, model answers, twists. */
export const OpenedExerciseSchema = z
  .strictObject({
    criteria: z.array(CriterionSchema),
    components: ScenarioSchema.shape.components,
    boundary: ScenarioSchema.shape.boundary,
    defensibleAnswers: ScenarioSchema.shape.defensible_answers,
    temptingWrong: ScenarioSchema.shape.tempting_wrong,
    workedNumbers: ScenarioSchema.shape.worked_numbers,
    modelAnswers: z
      .strictObject({ usual: ModelAnswerSchema, contrarian: ModelAnswerSchema })
      .nullable()
      .describe('Null where none are written.'),
    twists: z.array(ScenarioSchema.shape.twist),
    questions: ScenarioSchema.shape.ask_before_deciding.shape.after,
  })
  .brand<'OpenedExercise'>();
export type OpenedExercise = z.infer<typeof OpenedExerciseSchema>;

export const HandInSummarySchema = z.strictObject({
  submissionId: SubmissionIdSchema,
  number: z.int(),
  submittedAt: InstantSchema,
  overall: z.number().nullable(),
  isPassed: z.boolean(),
  isWithheld: z.boolean().optional().describe('True where the grade waits for its learner’s own marks.'),
});
export type HandInSummary = z.infer<typeof HandInSummarySchema>;

/** The result page of one submission. `grade` is null while grading has not happened yet; the submission is safe. */
export const ResultViewSchema = z.strictObject({
  submissionId: SubmissionIdSchema,
  scenarioId: ScenarioIdSchema,
  scenarioTitle: z.string(),
  number: z.int(),
  submittedAt: InstantSchema,
  handIn: HandInSchema,
  components: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  grade: LearnerGradeSchema.nullable(),
  opinion: OpinionViewSchema.nullable().describe('Stands beside the grade and never in it; null where none was asked.'),
  isPassed: z.boolean(),
  passMark: z.number(),
  handIns: z.array(HandInSummarySchema),
  opened: OpenedExerciseSchema.nullable(),
  opensAfter: z.string().describe('When descriptors and model answers open, as one sentence.'),
});
export type ResultView = z.infer<typeof ResultViewSchema>;

/** Instructor views. */
export const LearnerRecordSchema = z.strictObject({
  learnerId: LearnerIdSchema,
  name: z.string(),
  email: z.string().nullable(),
  isGuest: z.boolean(),
  createdAt: InstantSchema,
  lastActiveAt: InstantSchema.nullable(),
  lessons: z.array(
    z.strictObject({
      lessonId: z.string(),
      title: z.string(),
      readAt: InstantSchema.nullable(),
      quizRight: z.int(),
      quizTotal: z.int(),
    }),
  ),
  handIns: z.array(
    HandInSummarySchema.extend({ scenarioId: ScenarioIdSchema, scenarioTitle: z.string(), needsReview: z.boolean() }),
  ),
});
export type LearnerRecord = z.infer<typeof LearnerRecordSchema>;

/** A submission as an instructor of its learner sees it: the whole grade and the whole rubric. */
export const StaffResultSchema = z.strictObject({
  submissionId: SubmissionIdSchema,
  learner: z.strictObject({
    id: LearnerIdSchema,
    name: z.string(),
    email: z.string().nullable(),
    isGuest: z.boolean(),
  }),
  scenarioId: ScenarioIdSchema,
  scenarioTitle: z.string(),
  brief: z.string(),
  number: z.int(),
  submittedAt: InstantSchema,
  pressedAt: InstantSchema.nullable().describe('By the clock of the browser, where it said.'),
  handIn: HandInSchema,
  components: ScenarioSchema.shape.components,
  grade: GradeSchema.nullable(),
  opinion: z.strictObject({ view: OpinionViewSchema, usage: OpinionUsageSchema }).nullable(),
  criteria: z.array(CriterionSchema),
});
export type StaffResult = z.infer<typeof StaffResultSchema>;
