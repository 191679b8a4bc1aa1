import { z } from 'zod';
import { CaseIdSchema, ClaimIdSchema, CriterionIdSchema, LessonIdSchema, ScenarioIdSchema } from './ids';

/** Where somebody who missed a criterion may read again. Public once the result is; it plays no part in grading. */
export const CriterionRereadSchema = z
  .strictObject({
    id: CriterionIdSchema,
    claims: z
      .array(ClaimIdSchema)
      .max(3)
      .default([])
      .describe('The lesson that teaches each is offered, once it exists.'),
    cases: z.array(CaseIdSchema).max(2).default([]),
    lessons: z
      .array(LessonIdSchema)
      .max(2)
      .default([])
      .describe('Lessons beyond those of the claims; they must exist.'),
  })
  .refine(({ claims, cases, lessons }) => claims.length + cases.length + lessons.length > 0, 'names nothing to read');
export type CriterionReread = z.infer<typeof CriterionRereadSchema>;

/** exercises/Sxx/reread.yaml, apart from the rubric: what is offered for reading changes no rubric hash and no grade. */
export const RereadSchema = z.strictObject({
  scenario: ScenarioIdSchema,
  criteria: z.array(CriterionRereadSchema).min(1),
});
export type Reread = z.infer<typeof RereadSchema>;

/** A place to read again as a page can link to it. */
export const RereadLinkSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('lesson'),
    title: z.string().min(1),
    lessonId: LessonIdSchema,
    anchor: z.string().min(1).nullable().describe('Of a claim’s card in the lesson.'),
  }),
  z.strictObject({ kind: z.literal('case'), title: z.string().min(1), caseId: CaseIdSchema }),
]);
export type RereadLink = z.infer<typeof RereadLinkSchema>;
