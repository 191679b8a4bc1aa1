import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { varyExercise } from '@/course/vary-exercise';
import { writeSamples } from '@/course/write-samples';
import { readBack } from '@/grader/variants/read-back';
import { EvidenceSchema, type Grade } from '@/schemas/grade';
import type { CohortId } from '@/schemas/ids';
import { LabelledSampleSchema } from '@/schemas/labelled-sample';
import { SampleSchema } from '@/schemas/sample';
import { HandInSchema } from '@/schemas/scenario';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { requireIn } from '../authority';
import { database } from '../db/database';
import { fromJson, toJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { newId } from '../new-id';
import { othersIn } from '../reviews/review-scope';

/** Shorter parts of a name ("Al") are parts of other words. */
const SHORTEST_NAME = 3;

/** A text without its writer’s name and address, whole and in parts. */
function withoutWriter(text: string, name: string, email: string): string {
  const parts = [email, name, ...name.split(/\s+/)].filter(({ length }) => length >= SHORTEST_NAME);
  return parts.reduce((left, part) => left.replaceAll(part, 'somebody'), text);
}

interface Upheld {
  readonly appealId: string;
  readonly submissionId: string;
  readonly criterionId: string;
  readonly passage: string | null;
  readonly reason: string;
  readonly grade: Grade;
  readonly rubricHash: string;
}

/**
 * Keeps the text of an upheld appeal with the levels now in force, for the author of the exercise: without a name, and
 * with the figures of the files, so that it can stand beside the other samples. It goes with its learner.
 */
export async function keepSample(tx: Tx, upheld: Upheld): Promise<void> {
  const { appealId, submissionId, criterionId, passage, reason, grade, rubricHash } = upheld;
  const row = await tx
    .selectFrom('submissions')
    .innerJoin('attempts', 'attempts.id', 'submissions.attemptId')
    .leftJoin('user', 'user.id', 'submissions.learnerId')
    .select(['handIn', 'variant', 'name', 'email'])
    .where('submissions.id', '=', submissionId)
    .executeTakeFirstOrThrow();
  const base = selectOptionalExercise(await getCourse(), grade.exercise);
  const table = base && (varyExercise(base, row.variant).variation?.back ?? null);
  const tidy = (text: string) => withoutWriter(readBack(text, table).text, row.name ?? '', row.email ?? '');
  const handIn = fromJson(row.handIn, HandInSchema);
  const line = grade.criteria.find(({ id }) => id === criterionId);
  const sample = SampleSchema.parse({
    title: `An upheld appeal on ${criterionId}`,
    profile: 'mid_one_gap',
    model: false,
    handIn: { ...handIn, explanation: tidy(handIn.explanation) },
    expected: {
      levels: Object.fromEntries(grade.criteria.map(({ id, level }) => [id, level])),
      note: tidy(reason),
    },
  });
  await tx
    .insertInto('labelled_samples')
    .values({
      ...{ id: newId(), appealId, scenarioId: grade.exercise, criterionId, level: line?.level ?? 'none' },
      text: passage === null ? '' : tidy(fromJson(passage, EvidenceSchema).quote),
      ...{ sample: toJson(sample), rubricHash, createdAt: Date.now() },
    })
    .onConflict((conflict) => conflict.column('appealId').doNothing())
    .execute();
}

/** The labelled samples of a cohort as a file for the author of the exercises. */
export async function exportSamples(actor: Actor, cohortId: CohortId): Promise<string> {
  requireIn(actor, cohortId, 'manage', 'export labelled samples');
  const rows = await database()
    .selectFrom('labelled_samples')
    .innerJoin('appeals', 'appeals.id', 'labelled_samples.appealId')
    .select(['scenarioId', 'labelled_samples.criterionId', 'labelled_samples.level', 'text', 'sample', 'rubricHash'])
    .select('labelled_samples.createdAt')
    .where('appeals.learnerId', 'in', othersIn(database(), cohortId, actor))
    .orderBy('scenarioId')
    .orderBy('labelled_samples.createdAt')
    .execute();
  await recordAct(database(), actor, { act: 'export.made', cohortId, details: { of: 'samples', rows: rows.length } });
  return writeSamples(rows.map((row) => LabelledSampleSchema.parse({ ...row, sample: JSON.parse(row.sample) })));
}
