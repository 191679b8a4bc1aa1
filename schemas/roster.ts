import { z } from 'zod';
import { CohortIdSchema, cleanText, InstantSchema, LearnerIdSchema } from './ids';
import { LettersSchema } from './letter';

/** A person as the course knows them. A guest has no account yet; their work hangs on one browser's cookie. */
export const LearnerSchema = z.strictObject({
  id: LearnerIdSchema,
  name: z.string(),
  email: z.email().nullable(),
  isGuest: z.boolean(),
  createdAt: InstantSchema,
});
export type Learner = z.infer<typeof LearnerSchema>;

export const CohortSchema = z.strictObject({
  id: CohortIdSchema,
  name: z.string().min(3).describe('Shown to learners, such as "Platform team, autumn".'),
  createdAt: InstantSchema,
  archivedAt: InstantSchema.nullable().describe('From then on nothing new happens in it; null while it is alive.'),
});
export type Cohort = z.infer<typeof CohortSchema>;

/**
 * What somebody is in one cohort. Instructors run it; reviewers mark what waits for a person and see no names; leads
 * read numbers about the whole and nothing about a person. Owners of the installation stand above all cohorts.
 */
export const RoleSchema = z.enum(['learner', 'instructor', 'reviewer', 'lead']);
export type Role = z.infer<typeof RoleSchema>;

export const EnrolmentSchema = z.strictObject({
  learnerId: LearnerIdSchema,
  cohortId: CohortIdSchema,
  role: RoleSchema,
  status: z.enum(['invited', 'active', 'withdrawn']),
  enrolledAt: InstantSchema,
});
export type Enrolment = z.infer<typeof EnrolmentSchema>;

/** Which reminders somebody wants; all of them until they say otherwise. */
export const RemindersSchema = z.strictObject({
  dueSoon: z.boolean().default(true).describe('Three days and one day before a date.'),
  overdue: z.boolean().default(true).describe('After a date that was missed.'),
  digest: z.boolean().default(true).describe('Once a week, where something is open.'),
});
export type Reminders = z.infer<typeof RemindersSchema>;

export const PreferencesSchema = z.strictObject({
  editor: z
    .enum(['monaco', 'plain'])
    .default('monaco')
    .describe('Which editor opens on the exercise page; phones always get plain.'),
  predictions: z
    .enum(['ask', 'never'])
    .default('ask')
    .describe('Whether a hand-in asks for one’s own marks before its result is shown.'),
  reminders: RemindersSchema.prefault({}),
  letters: LettersSchema.prefault({}),
  sharing: z
    .enum(['undecided', 'shared', 'private'])
    .default('undecided')
    .describe('Whether single sentences may be shown to the own team without a name; only "shared" says yes.'),
});
export type Preferences = z.infer<typeof PreferencesSchema>;

const cohortName = cleanText(80).trim().min(3, 'expected a name of 3 to 80 characters');
export const NewCohortBodySchema = z.strictObject({ name: cohortName });
/** What is left out stays as it was. */
export const CohortChangeBodySchema = z.strictObject({
  name: cohortName.optional(),
  isArchived: z.boolean().optional(),
});
export const DeleteCohortBodySchema = z.strictObject({
  confirm: cleanText(80).describe('The name of the cohort, typed by the person.'),
});
export const OrganisationBodySchema = z.strictObject({
  name: cleanText(80).trim().min(2, 'expected a name of 2 to 80 characters'),
});
export const AppointOwnerBodySchema = z.strictObject({
  email: z.email('expected an e-mail address such as ada@example.org').max(254),
});

/** Every role but that of a learner: given and taken one by one. */
export const StaffRoleSchema = RoleSchema.exclude(['learner']);
export type StaffRole = z.infer<typeof StaffRoleSchema>;

/** What is done to one person's place in a cohort. */
export const PersonChangeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['grant', 'remove']), role: StaffRoleSchema }),
  z.strictObject({ type: z.enum(['withdraw', 'readmit']) }),
  z.strictObject({ type: z.literal('transfer'), to: CohortIdSchema }),
]);
export type PersonChange = z.infer<typeof PersonChangeSchema>;
