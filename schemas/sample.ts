import { z } from 'zod';
import { CriterionIdSchema } from './ids';
import { LevelSchema } from './rubric';
import { HandInSchema } from './scenario';

/** The people and tricks that samples stand for; agreement is reported for each. */
export const ProfileSchema = z.enum([
  'strong_expected',
  'strong_contrarian',
  'solid_terse',
  'mid_one_gap',
  'mid_vague',
  'nonnative_good',
  'tempting_wrong',
  'right_pick_wrong_why',
  'mismatch',
  'negation_trap',
  'keyword_stuffing',
  'brief_echo',
  'off_target',
  'hostile',
]);
export type Profile = z.infer<typeof ProfileSchema>;

/**
 * exercises/Sxx/samples/*.yaml: a hand-in with the levels that a careful marker stands by. The grader is measured and
 * calibrated on them. Secret like the rubric, and never shown: what a learner may read is model-answers.yaml.
 */
export const SampleSchema = z.strictObject({
  title: z.string().min(3).describe('What the sample shows, such as "Go, with the limits of the case named".'),
  profile: ProfileSchema,
  model: z
    .boolean()
    .describe('true: a record that passes, handed in by those of the demo cohort who pass, and by tests.'),
  handIn: HandInSchema,
  expected: z.strictObject({
    levels: z.record(CriterionIdSchema, LevelSchema).describe('Criterion id → level a careful marker gives.'),
    note: z.string().optional().describe('Why the hard decisions went this way.'),
  }),
});
export type Sample = z.infer<typeof SampleSchema>;
