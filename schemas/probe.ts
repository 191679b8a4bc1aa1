import { z } from 'zod';
import { ComponentIdSchema, CriterionIdSchema, ScenarioIdSchema } from './ids';

const StatementSchema = z.string().min(3).max(240);

/** One idea that a criterion asks for, as people say it and as people deny it. */
export const ProbePartSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  idea: StatementSchema.describe('The idea in one sentence.'),
  says: z.array(StatementSchema).min(6).describe('Clauses that state it, in wordings as different as people are.'),
  denies: z.array(StatementSchema).min(3).describe('Clauses that state the opposite or wave it away.'),
});
export type ProbePart = z.infer<typeof ProbePartSchema>;

/** Parts that together earn a level: all of `all`, and at least `atLeast` of `of`. */
export const ProbeRuleSchema = z
  .strictObject({
    all: z.array(z.string()).optional(),
    of: z.array(z.string()).optional(),
    atLeast: z.int().positive().optional(),
  })
  .refine((rule) => (rule.of === undefined) === (rule.atLeast === undefined), {
    message: '`of` and `atLeast` go together',
  })
  .refine((rule) => (rule.all ?? []).length + (rule.of ?? []).length > 0, { message: 'a rule names at least one part' })
  .refine((rule) => (rule.atLeast ?? 0) <= (rule.of ?? []).length, {
    message: '`atLeast` is larger than `of` is long',
  });
export type ProbeRule = z.infer<typeof ProbeRuleSchema>;

/** What the grader compares an answer with on one criterion. */
export const CriterionProbesSchema = z
  .strictObject({
    id: CriterionIdSchema,
    parts: z.array(ProbePartSchema).min(1),
    full: z.array(ProbeRuleSchema).min(1).describe('Alternatives; any one earns the full level.'),
    half: z.array(ProbeRuleSchema).min(1).describe('Alternatives; any one earns the half level.'),
    passages: z.strictObject({
      full: z.array(z.string().min(10)).min(4).describe('One to three sentences each that meet the criterion fully.'),
      half: z.array(z.string().min(10)).min(3).describe('… that meet it half.'),
      none: z.array(z.string().min(10)).min(4).describe('… that come near and earn nothing.'),
    }),
  })
  .superRefine((criterion, context) => {
    const known = new Set(criterion.parts.map((part) => part.id));
    if (known.size !== criterion.parts.length)
      context.addIssue({ code: 'custom', path: ['parts'], message: 'two parts share an id' });
    for (const level of ['full', 'half'] as const)
      criterion[level].forEach((rule, index) => {
        for (const part of [...(rule.all ?? []), ...(rule.of ?? [])])
          if (!known.has(part))
            context.addIssue({
              code: 'custom',
              path: [level, index],
              message: `no part "${part}"; expected one of ${[...known].join(', ')}`,
            });
      });
  });
export type CriterionProbes = z.infer<typeof CriterionProbesSchema>;

/** A figure that the brief makes derivable, with the span that honest own assumptions cover. */
export const QuantitySchema = z.strictObject({
  criteria: z.array(CriterionIdSchema).min(1),
  name: z.string().min(3),
  formula: z.string().min(1).describe('As in worked_numbers: digits and + - * / ( ) only.'),
  unit: z.string(),
  value: z.number(),
  range: z.tuple([z.number(), z.number()]).describe('Values that an own assumption of the same order gives.'),
  units: z.array(z.string()).min(1).describe('Words by which people name this unit or quantity.'),
});
export type Quantity = z.infer<typeof QuantitySchema>;

/** A false belief that this exercise invites. */
export const MisconceptionProbesSchema = z.strictObject({
  id: z.string(),
  says: z.array(StatementSchema).min(6),
  corrects: z.array(StatementSchema).min(4).describe('Clauses close in wording that say the true thing.'),
});

/** How prose names a component. */
export const AliasesSchema = z.strictObject({ id: ComponentIdSchema, names: z.array(z.string().min(2)).min(4) });

/** exercises/Sxx/probes.yaml: statements that the grader compares answers with. Secret like the rubric. */
export const ProbesSchema = z.strictObject({
  scenario: ScenarioIdSchema,
  written: z.strictObject({
    date: z.iso.date(),
    note: z.string().min(20).describe('From what it was written, and that no sample answer of the exercise was read.'),
  }),
  criteria: z.array(CriterionProbesSchema).min(1),
  quantities: z.array(QuantitySchema),
  misconceptions: z.array(MisconceptionProbesSchema),
  components: z.array(AliasesSchema).min(1),
});
export type Probes = z.infer<typeof ProbesSchema>;
