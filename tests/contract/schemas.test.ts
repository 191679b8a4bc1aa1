import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { GradeSchema } from '@/schemas/grade';
import { projectRoot } from '../support/project-files';
import { SCHEMA_SAMPLES } from '../support/schema-samples';

const nouns = readdirSync(join(projectRoot, 'schemas'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => basename(file, '.ts'));
const modules = await Promise.all(
  nouns.map((noun): Promise<Record<string, unknown>> => import(`../../schemas/${noun}.ts`)),
);
const schemas = modules
  .flatMap((exported) => Object.entries(exported))
  .filter((entry): entry is [string, z.ZodType] => entry[0].endsWith('Schema') && entry[1] instanceof z.ZodType);

/** A copy of `value` with one place changed. */
function changed(value: unknown, path: readonly (string | number)[], to: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((entry, index) => (index === key ? changed(entry, rest, to) : entry));
  const fields: Record<string, unknown> = Object.fromEntries(Object.entries(Object(value)));
  return { ...fields, [key]: changed(fields[key], rest, to) };
}

test('every schema is here', () => {
  expect(Object.keys(SCHEMA_SAMPLES).sort()).toEqual(schemas.map(([name]) => name).sort());
});

describe.each(schemas)('%s', (name, schema) => {
  const found = SCHEMA_SAMPLES[name];
  if (!found) throw new Error(`tests/support/schema-samples.ts has no sample for ${name}`);
  const { valid, path, bad } = found;

  test('accepts a good value', () => {
    expect(schema.safeParse(valid).error?.issues ?? []).toEqual([]);
  });

  test(`refuses a bad value at "${path.join('.')}" and says where`, () => {
    const issues = schema.safeParse(changed(valid, path, bad)).error?.issues ?? [];
    expect(issues.map((issue) => issue.path)).toContainEqual([...path]);
  });

  if (typeof valid !== 'object' || Array.isArray(valid)) return;
  test('refuses a misspelt key', () => {
    const issues = schema.safeParse({ ...Object(valid), misspelt: 1 }).error?.issues ?? [];
    expect(issues.map((issue) => issue.code)).toContain('unrecognized_keys');
  });
});

test('a grade stored before receipts named their calibration is still read', () => {
  const grade = SCHEMA_SAMPLES.GradeSchema?.valid;
  const receipt = { grader: '1', rubric: 'abc', engine: 'local' };
  expect(GradeSchema.safeParse(changed(grade, ['receipt'], receipt)).success).toBe(true);
});

test('a grade stored before feedback had a type is still read, and is not given one by reading', () => {
  const { comments: _comments, ...grade } = GradeSchema.parse(SCHEMA_SAMPLES.GradeSchema?.valid);
  const criteria = grade.criteria.map(({ type: _type, ...criterion }) => criterion);
  expect(GradeSchema.parse({ ...grade, criteria })).toEqual({ ...grade, criteria });
});

/** Stored work outlives the code that wrote it: a change here must be meant, and old rows must still be readable. */
test.each([
  'AttemptSchema',
  'CertificateBodySchema',
  'DraftSchema',
  'EnrolmentSchema',
  'GradeSchema',
  'ItemResponseSchema',
  'OpinionSchema',
  'PlacementSchema',
  'PreferencesSchema',
  'QuizAttemptSchema',
  'RebuttalGradeSchema',
  'RecallAnswerSchema',
  'RecallMemorySchema',
  'RecallVerdictSchema',
  'ReviewSchema',
  'RubricSchema',
  'SubmissionSchema',
  'TwistAnswerSchema',
  'TwistGradeSchema',
])('the stored shape of %s has not changed unnoticed', async (name) => {
  const schema = schemas.find(([known]) => known === name)?.[1];
  if (!schema) throw new Error(`${name} is not exported by schemas/`);
  const shape = JSON.stringify(z.toJSONSchema(schema), null, 2);
  await expect(`${shape}\n`).toMatchFileSnapshot(`shapes/${name}.json`);
});
