import { z } from 'zod';
import { CaseIdSchema, ScenarioIdSchema } from './ids';
import { BoundarySchema } from './scenario';

/** How far the source of a case was read: the page itself, a copy of it, somebody else's account, or not at all. */
export const ReadingSchema = z.enum(['seen', 'mirror', 'second-hand', 'unverified']);
export type Reading = z.infer<typeof ReadingSchema>;

/** What decided, as a closed list to filter by; `decidingConstraint` says it in the words of the case. */
export const CaseConstraintSchema = z.enum([
  'pauses',
  'memory',
  'cpu',
  'input-output',
  'design',
  'crossing',
  'safety',
  'failures',
  'ecosystem',
  'platforms',
  'team',
]);
export type CaseConstraint = z.infer<typeof CaseConstraintSchema>;

/** The boundaries of the decision board, and one that only a published case can have: the whole program was replaced. */
export const CaseBoundarySchema = z.enum([...BoundarySchema.options, 'whole program']);
export type CaseBoundary = z.infer<typeof CaseBoundarySchema>;

/** Which way it went. A case may go two ways: to Rust and away from Go. */
export const CaseDirectionSchema = z.enum([
  'rust',
  'go',
  'both',
  'beside',
  'neither',
  'tuned',
  'left-go',
  'left-rust',
  'lesson',
]);
export type CaseDirection = z.infer<typeof CaseDirectionSchema>;

const each = <Value extends z.ZodType>(value: Value) =>
  z.array(value).refine((list) => new Set(list).size === list.length, 'names something twice');

/** What a reader filters the library by; each comes from the entry's own text. */
export const CaseFacetsSchema = z.strictObject({
  constraints: each(CaseConstraintSchema).min(1).max(2),
  boundaries: each(CaseBoundarySchema).max(2).describe('Empty where the entry is not about parts of one system.'),
  directions: each(CaseDirectionSchema).min(1).max(3),
});
export type CaseFacets = z.infer<typeof CaseFacetsSchema>;

const isLimit = ({ heading }: { readonly heading: string }): boolean => /not shown?/i.test(heading);

/** One published decision, restated in our words, with what its figures do not show. */
export const CaseSchema = z.strictObject({
  id: CaseIdSchema,
  checkBy: z.iso.date().optional().describe('When it must be read again, where its facts will not hold.'),
  title: z.string().min(3),
  group: z.string().min(3),
  decision: z.string().min(1),
  decidingConstraint: z.string().min(1),
  boundary: z.string().describe('The boundary between the parts, or "-" where there is none.'),
  facets: CaseFacetsSchema,
  readings: z.array(ReadingSchema).describe('Every label that the entry carries.'),
  sections: z
    .array(z.strictObject({ heading: z.string().min(1), text: z.string().min(1) }))
    .min(1)
    .refine((sections) => sections.some(isLimit), 'no section says what the case does not show: expected one')
    .describe('Who and what, measured, what it does not show, cost, source … in the order of the entry.'),
  scenarios: z
    .array(ScenarioIdSchema)
    .describe('Exercises that the case bears on. Not for learners: it would tell which case answers which exercise.'),
});
export type Case = z.infer<typeof CaseSchema>;

/** A case as any page may show it: without the exercises that it bears on. Made only by `toPublicCase`. */
export const PublicCaseSchema = CaseSchema.omit({ scenarios: true }).brand<'PublicCase'>();
export type PublicCase = z.infer<typeof PublicCaseSchema>;

/** The only way from a Case to what a page shows of it. */
export function toPublicCase(entry: Case): PublicCase {
  const { id, title, group, decision, decidingConstraint, boundary, facets, readings, sections } = entry;
  return PublicCaseSchema.parse({
    id,
    title,
    group,
    decision,
    decidingConstraint,
    boundary,
    facets,
    readings,
    sections,
  });
}

type Sections = Pick<Case, 'sections'>;

/** The section that says what the figures of a case do not show. The schema asks every entry for one. */
export function limitOf({ sections }: Sections): Case['sections'][number] {
  const limit = sections.find(isLimit);
  if (!limit) throw new Error('a case has no section about what it does not show');
  return limit;
}

/** What one cites a case by while writing: its name, and in a line what it does not show. */
export const CaseCitationSchema = z.strictObject({
  id: CaseIdSchema,
  title: z.string().min(3),
  limit: z.string().min(1).describe('First sentence of what it does not show.'),
});
export type CaseCitation = z.infer<typeof CaseCitationSchema>;

/** Reply of GET /api/cases. */
export const CaseCitationsSchema = z.strictObject({ cases: z.array(CaseCitationSchema) });
export type CaseCitations = z.infer<typeof CaseCitationsSchema>;

/** A full stop ends a sentence where a capital or a quote follows: "vs. Go" and "2.0" stay whole. */
const FIRST_SENTENCE = /^.*?[.!?](?=\s+[A-Z"'“]|$)/s;

/** The first sentence of what a case does not show. */
export function limitLine(entry: Sections): string {
  const { text } = limitOf(entry);
  return (FIRST_SENTENCE.exec(text)?.[0] ?? text).replaceAll('`', '');
}

/** A case as the record's editor offers it. */
export function toCaseCitation(entry: Case): CaseCitation {
  return CaseCitationSchema.parse({ id: entry.id, title: entry.title, limit: limitLine(entry) });
}
