import { z } from 'zod';
import { CaseSchema } from '@/schemas/case';
import { ClaimSchema } from '@/schemas/claim';
import { ContraryFileSchema } from '@/schemas/contrary';
import { PathsFileSchema } from '@/schemas/learning-path';
import { CourseOutlineSchema } from '@/schemas/lesson';
import { MisconceptionSchema } from '@/schemas/misconception';
import { ModelAnswersSchema } from '@/schemas/model-answer';
import { PanelSchema } from '@/schemas/panel';
import { PlacementFileSchema } from '@/schemas/placement';
import { ProbesSchema } from '@/schemas/probe';
import { QuizSchema } from '@/schemas/quiz';
import { RereadSchema } from '@/schemas/reread';
import { RubricSchema } from '@/schemas/rubric';
import { SampleSchema } from '@/schemas/sample';
import { ScenarioSchema } from '@/schemas/scenario';
import { TermSchema } from '@/schemas/term';
import { TwistsFileSchema } from '@/schemas/twist';
import { VariantsSchema } from '@/schemas/variant';

export const JSON_SCHEMA_FOLDER = 'schemas/json';

/** Every kind of YAML file that authors write, with the files it describes, as editors match them. */
export const AUTHORED_FILES: readonly { readonly name: string; readonly files: string; readonly schema: z.ZodType }[] =
  [
    { name: 'course', files: 'lessons/course.yaml', schema: CourseOutlineSchema },
    { name: 'paths', files: 'lessons/paths.yaml', schema: PathsFileSchema },
    { name: 'placement', files: 'lessons/placement.yaml', schema: PlacementFileSchema },
    { name: 'quiz', files: 'lessons/*/*/quiz.yaml', schema: QuizSchema },
    { name: 'scenario', files: 'exercises/*/scenario.yaml', schema: ScenarioSchema },
    { name: 'rubric', files: 'exercises/*/rubric.yaml', schema: RubricSchema },
    { name: 'probes', files: 'exercises/*/probes.yaml', schema: ProbesSchema },
    { name: 'model-answers', files: 'exercises/*/model-answers.yaml', schema: ModelAnswersSchema },
    { name: 'variants', files: 'exercises/*/variants.yaml', schema: VariantsSchema },
    { name: 'reread', files: 'exercises/*/reread.yaml', schema: RereadSchema },
    { name: 'twists', files: 'exercises/*/twists.yaml', schema: TwistsFileSchema },
    { name: 'contrary', files: 'exercises/*/contrary.yaml', schema: ContraryFileSchema },
    { name: 'panel', files: 'exercises/*/panel.yaml', schema: PanelSchema },
    { name: 'sample', files: 'exercises/*/samples/*.yaml', schema: SampleSchema },
    { name: 'claims', files: 'library/claims.yaml', schema: z.array(ClaimSchema) },
    { name: 'cases', files: 'library/cases.yaml', schema: z.array(CaseSchema) },
    { name: 'misconceptions', files: 'library/misconceptions.yaml', schema: z.array(MisconceptionSchema) },
    { name: 'glossary', files: 'library/glossary.yaml', schema: z.array(TermSchema) },
  ];

/**
 * The files of schemas/json/ with their texts, made from the very schemas that the content check uses. Draft 7 is what
 * editors' YAML support understands whole; a field with a default may be left out of a file.
 */
export function jsonSchemaFiles(): { file: string; text: string }[] {
  return AUTHORED_FILES.map(({ name, files, schema }) => {
    const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
    const described = { ...json, title: files };
    return { file: `${JSON_SCHEMA_FOLDER}/${name}.schema.json`, text: `${JSON.stringify(described, null, 2)}\n` };
  });
}
