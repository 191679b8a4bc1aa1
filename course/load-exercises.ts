import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { exerciseMinutes } from '@/grader/estimate-minutes';
import { ContraryFileSchema } from '@/schemas/contrary';
import type { Exercise } from '@/schemas/course';
import { ModelAnswersSchema } from '@/schemas/model-answer';
import { PanelSchema } from '@/schemas/panel';
import { ProbesSchema } from '@/schemas/probe';
import { RereadSchema } from '@/schemas/reread';
import { RubricSchema } from '@/schemas/rubric';
import { type Sample, SampleSchema } from '@/schemas/sample';
import { ScenarioSchema } from '@/schemas/scenario';
import { TwistsFileSchema } from '@/schemas/twist';
import { VariantsSchema } from '@/schemas/variant';
import type { ContentFile } from './content-files';
import { countWords } from './count-words';
import { parseWithSchema } from './parse-with-schema';
import { parseYaml } from './parse-yaml';
import type { Problem } from './problem';

const EXERCISE_FILE =
  /^exercises\/([^/]+)\/(scenario\.yaml|rubric\.yaml|probes\.yaml|reread\.yaml|model-answers\.yaml|twists\.yaml|variants\.yaml|contrary\.yaml|panel\.yaml|samples\/[^/]+\.yaml)$/;

/** A sample and the file it came from, so that a fault can be reported where the author looks. */
export interface LoadedSample {
  readonly file: string;
  readonly exercise: string;
  readonly sample: Sample;
}

export function loadExercises(files: readonly ContentFile[]) {
  const problems: Problem[] = [];
  const own = files.filter(({ file }) => file.startsWith('exercises/'));
  for (const { file } of own)
    if (!EXERCISE_FILE.test(file))
      problems.push({
        file,
        path: '',
        message:
          'belongs to no exercise, expected exercises/S01/scenario.yaml, rubric.yaml, probes.yaml, reread.yaml, model-answers.yaml, twists.yaml, variants.yaml, contrary.yaml, panel.yaml or samples/….yaml',
      });
  const folders = [...new Set(own.flatMap(({ file }) => EXERCISE_FILE.exec(file)?.[1] ?? []))].sort();
  const loaded = folders.map((folder) => loadExercise(folder, own, problems));
  return {
    exercises: loaded.flatMap(({ exercise }) => exercise ?? []),
    samples: loaded.flatMap(({ samples }) => samples),
    folders: new Set(folders),
    problems,
  };
}

function loadExercise(folder: string, files: readonly ContentFile[], problems: Problem[]) {
  const base = `exercises/${folder}`;
  const read = <Schema extends z.ZodType>(schema: Schema, name: string) => {
    const file = `${base}/${name}`;
    const found = files.find((candidate) => candidate.file === file);
    if (!found) {
      problems.push({ file, path: '', message: `is missing, expected beside the other files of ${base}/` });
      return undefined;
    }
    const parsed = parseWithSchema(schema, parseYaml(found.text, file), file);
    problems.push(...parsed.problems);
    return parsed.value;
  };
  const scenario = read(ScenarioSchema, 'scenario.yaml');
  const rubric = read(RubricSchema, 'rubric.yaml');
  const readOptional = <Schema extends z.ZodType>(schema: Schema, name: string) =>
    files.some(({ file }) => file === `${base}/${name}`) ? (read(schema, name) ?? null) : null;
  const probes = readOptional(ProbesSchema, 'probes.yaml');
  const reread = readOptional(RereadSchema, 'reread.yaml');
  const modelAnswers = readOptional(ModelAnswersSchema, 'model-answers.yaml');
  const twists = readOptional(TwistsFileSchema, 'twists.yaml');
  const variants = readOptional(VariantsSchema, 'variants.yaml');
  const contrary = readOptional(ContraryFileSchema, 'contrary.yaml');
  const panel = readOptional(PanelSchema, 'panel.yaml');
  const samples = files
    .filter(({ file }) => file.startsWith(`${base}/samples/`) && EXERCISE_FILE.test(file))
    .flatMap(({ file }): LoadedSample[] => {
      const sample = read(SampleSchema, file.slice(base.length + 1));
      return sample ? [{ file, exercise: folder, sample }] : [];
    });
  if (scenario && scenario.id !== folder)
    problems.push({
      file: `${base}/scenario.yaml`,
      path: 'id',
      message: `is ${scenario.id}, expected ${folder} as its folder`,
    });
  if (rubric && rubric.scenario !== folder)
    problems.push({
      file: `${base}/rubric.yaml`,
      path: 'scenario',
      message: `is ${rubric.scenario}, expected ${folder} as its folder`,
    });
  const exercise: Exercise | undefined =
    scenario && rubric
      ? {
          scenario,
          rubric,
          probes,
          rubricHash: hash({ rubric, probes }),
          reread,
          modelAnswers,
          twists,
          variants,
          variation: null,
          contrary,
          panel,
          samples: samples.map(({ sample }) => sample),
          minutes: exerciseMinutes({
            briefWords: countWords([scenario.brief, ...Object.values(scenario.given)]),
            components: scenario.components.length,
          }),
        }
      : undefined;
  return { exercise, samples };
}

/** The receipt of a grade names the rubric it was made with; the parsed value counts, not its layout in the file. */
function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
