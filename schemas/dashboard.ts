import { z } from 'zod';
import { CohortIdSchema, cleanText } from './ids';

/** How far somebody is in the whole course; at-risk, overdue and due go across the other three. */
export const StandingFilterSchema = z.enum([
  'all',
  'at-risk',
  'overdue',
  'due',
  'not-started',
  'under-way',
  'complete',
]);
export type StandingFilter = z.infer<typeof StandingFilterSchema>;

export const PeopleSortSchema = z.enum(['risk', 'due', 'name', 'seen']);
export type PeopleSort = z.infer<typeof PeopleSortSchema>;

/** What the address of the overview says: a search, a standing, an order and where the page begins. */
export const PeopleQuerySchema = z.strictObject({
  q: cleanText(80).default('').describe('Part of a name or an e-mail address.'),
  standing: StandingFilterSchema.default('all'),
  sort: PeopleSortSchema.default('risk'),
  after: cleanText(300).default('').describe('Sort value and id of the last person of the page before.'),
});
export type PeopleQuery = z.infer<typeof PeopleQuerySchema>;

/** What the address of an export says. */
export const CohortExportQuerySchema = z.strictObject({
  cohort: CohortIdSchema,
  what: z.enum(['overview', 'attempts']),
  format: z.enum(['csv', 'json']),
  q: PeopleQuerySchema.shape.q,
  standing: PeopleQuerySchema.shape.standing,
});
export type CohortExportQuery = z.infer<typeof CohortExportQuerySchema>;
