import { z } from 'zod';
import { cleanText, InstantSchema, ModuleIdSchema } from './ids';
import { StepSchema } from './progress';

/** The unguessable part of a certificate's link: 128 random bits, in digits that survive being typed from paper. */
export const CertificateTokenSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'the 32 letters and digits of a certificate’s link')
  .brand<'CertificateToken'>();
export type CertificateToken = z.infer<typeof CertificateTokenSchema>;

/** Control and direction characters would let a name forge a line of the certificate. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

export const CertificateNameSchema = cleanText(80)
  .trim()
  .min(2, 'expected a name of at least two letters')
  .refine((name) => !UNPRINTABLE.test(name), 'must be one line without control characters');

/** What the certificate is for: all modules, or those of a path. */
export const CertificateWaySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('course'), modules: z.int().positive() }),
  z.strictObject({
    type: z.literal('path'),
    title: z.string(),
    modules: z.int().positive(),
    ofModules: z.int().positive(),
  }),
]);
export type CertificateWay = z.infer<typeof CertificateWaySchema>;

/** What one module's exercise showed: the criteria that its best draft met in full, by title. */
export const DemonstratedSchema = z.strictObject({
  module: z.string(),
  exercise: z.string(),
  criteria: z.array(z.string()),
});
export type Demonstrated = z.infer<typeof DemonstratedSchema>;

/** What is said on a certificate, copied when it was issued: later changes of the course change none of it. */
export const CertificateBodySchema = z.strictObject({
  version: z.literal(1),
  course: z.string(),
  way: CertificateWaySchema,
  capstone: z.string().nullable().describe('Title of the capstone; null in a course without one.'),
  lessonsRead: z.int().nonnegative(),
  quizzesMastered: z.int().nonnegative(),
  exercisesPassed: z.int().nonnegative().describe('In the whole course, on this way or beside it.'),
  demonstrated: z.array(DemonstratedSchema),
  unsure: z.int().nonnegative().describe('Of the grades behind `demonstrated`: those that asked for a person.'),
  graders: z.array(z.string()).describe('Versions of the grader that gave those grades.'),
  rubrics: z.array(z.string()).describe('Content hashes of the rubrics that they were given by.'),
});
export type CertificateBody = z.infer<typeof CertificateBodySchema>;

/** One's own certificate. A revoked one stays on the list. */
export const OwnCertificateSchema = z.strictObject({
  token: CertificateTokenSchema,
  name: CertificateNameSchema,
  issuedAt: InstantSchema,
  revokedAt: InstantSchema.nullable(),
  body: CertificateBodySchema,
});
export type OwnCertificate = z.infer<typeof OwnCertificateSchema>;

/** What anybody with the link reads: name, date and what was shown; of a revoked one no more than that. */
export const PublicCertificateSchema = z
  .discriminatedUnion('status', [
    OwnCertificateSchema.pick({ name: true, issuedAt: true, body: true }).extend({ status: z.literal('valid') }),
    z.strictObject({ status: z.literal('revoked'), revokedAt: InstantSchema }),
  ])
  .brand<'PublicCertificate'>();
export type PublicCertificate = z.infer<typeof PublicCertificateSchema>;

/** Where somebody stands on the way to a certificate. */
export const CertificateStandingSchema = z.strictObject({
  isEarned: z.boolean(),
  way: CertificateWaySchema.nullable().describe('Null while no module of the way has lessons.'),
  capstone: z.strictObject({ title: z.string(), isPassed: z.boolean() }).nullable(),
  missing: z.array(z.strictObject({ moduleId: ModuleIdSchema, title: z.string(), steps: z.array(StepSchema) })),
  minutesLeft: z.int(),
});
export type CertificateStanding = z.infer<typeof CertificateStandingSchema>;

export const IssueCertificateBodySchema = z.strictObject({
  name: CertificateNameSchema,
  mayBeRead: z.literal(true).describe('Consent: whoever has the link may read the name and what was shown.'),
});
