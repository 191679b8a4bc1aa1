import { z } from 'zod';
import { CriterionIdSchema, ScenarioIdSchema } from './ids';

export const LevelSchema = z.enum(['none', 'half', 'full']);
export type Level = z.infer<typeof LevelSchema>;

/** Share of a criterion's points that a level earns. */
export const LEVEL_SHARE: Readonly<Record<Level, number>> = { none: 0, half: 0.5, full: 1 };

/**
 * One line of a rubric. `asks`, `full`, `half` and `concepts` are secret until the learner passed or handed in
 * three drafts; `title` and `hint` are shown after the first hand-in.
 */
export const CriterionSchema = z.strictObject({
  id: CriterionIdSchema,
  points: z.int().min(1).max(10),
  title: z.string().min(3),
  asks: z.string().min(3),
  full: z.string().min(3).describe('Descriptor of the level that earns all points.'),
  half: z.string().min(3).describe('Descriptor of the level that earns half of them.'),
  hint: z.string().min(3).describe("A mentor's question that does not give the answer away."),
  concepts: z.array(z.string().min(2)).min(1).describe('What the grader may look for.'),
});
export type Criterion = z.infer<typeof CriterionSchema>;

/** exercises/Sxx/rubric.yaml */
export const RubricSchema = z
  .strictObject({
    scenario: ScenarioIdSchema,
    agreement: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('Least weighted kappa between the grader and the samples with which this exercise may be published.'),
    criteria: z.array(CriterionSchema).min(1),
  })
  .superRefine((rubric, context) => {
    rubric.criteria.forEach((criterion, index) => {
      if (!criterion.id.startsWith(`${rubric.scenario}-`))
        context.addIssue({
          code: 'custom',
          path: ['criteria', index, 'id'],
          message: `expected an id that starts with ${rubric.scenario}-`,
        });
      if (rubric.criteria.findIndex((other) => other.id === criterion.id) !== index)
        context.addIssue({ code: 'custom', path: ['criteria', index, 'id'], message: `${criterion.id} is used twice` });
    });
  });
export type Rubric = z.infer<typeof RubricSchema>;

/** What a learner sees of a rubric after the first hand-in. */
export const PublicCriterionSchema = CriterionSchema.pick({ id: true, title: true, points: true, hint: true });
export const PublicRubricSchema = z.array(PublicCriterionSchema).brand<'PublicRubric'>();
export type PublicRubric = z.infer<typeof PublicRubricSchema>;

/** The only way from a Rubric to what may be shown with a result before the descriptors open. */
export function toPublicRubric(rubric: Rubric): PublicRubric {
  return PublicRubricSchema.parse(rubric.criteria.map(({ id, title, points, hint }) => ({ id, title, points, hint })));
}

/** The seven marks of a good decision record, the same for every scenario; shown from the start. */
export const GENERIC_MARKS = [
  {
    id: 'constraint',
    title: 'Deciding constraint',
    ask: 'Which one or two facts decide this, and why do they outrank the rest?',
  },
  { id: 'numbers', title: 'Numbers', ask: 'Which sums from the brief carry the argument, and what do they conclude?' },
  {
    id: 'alternatives',
    title: 'Alternatives',
    ask: 'What else was on the table, keeping what exists included, and why not?',
  },
  {
    id: 'evidence',
    title: 'Evidence and its limits',
    ask: 'Which published case or measurement supports this, and what does it not show?',
  },
  { id: 'boundary', title: 'Boundary', ask: 'Where do the parts meet, what crosses, and how often?' },
  { id: 'ownership', title: 'Ownership', ask: 'Who builds, reviews and is paged for each part?' },
  { id: 'reversal', title: 'Reversal', ask: 'What would you have to observe, and by when, to decide otherwise?' },
] as const;
export type GenericMark = (typeof GENERIC_MARKS)[number]['id'];
