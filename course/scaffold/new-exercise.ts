import { ProfileSchema } from '@/schemas/sample';
import { toWrite } from '../placeholder';
import { ScaffoldRefusal, type Skeleton, schemaComment } from './skeleton';

const CRITERIA = [1, 2, 3, 4];

/** `exercise` or `exercise S26`: brief, rubric and two samples of the next free number. */
export function newExercise(wanted: string | undefined, title: string | undefined, files: readonly string[]): Skeleton {
  const taken = new Set(files.flatMap((file) => /^exercises\/(S\d\d)\//.exec(file)?.[1] ?? []));
  const free = Math.max(0, ...[...taken].map((id) => Number(id.slice(1)))) + 1;
  const id = wanted ?? `S${String(free).padStart(2, '0')}`;
  if (!/^S\d\d$/.test(id))
    throw new ScaffoldRefusal(`The exercise is "${id}", expected S and two digits, such as S26.`);
  if (taken.has(id)) throw new ScaffoldRefusal(`There is an exercise ${id} already: exercises/${id}/`);
  const base = `exercises/${id}`;
  return {
    files: [
      { file: `${base}/scenario.yaml`, text: scenarioText(base, id, title) },
      { file: `${base}/rubric.yaml`, text: rubricText(base, id) },
      sampleFile(
        id,
        'strong_expected',
        CRITERIA.map((number) => `${id}-${number}`),
        ['main-service'],
        true,
      ),
      sampleFile(
        id,
        'tempting_wrong',
        CRITERIA.map((number) => `${id}-${number}`),
        ['main-service'],
        false,
      ),
    ],
    next: [
      `Write ${base}/scenario.yaml: the brief first, then what stays hidden. exercises/S01 is a good one to read beside it.`,
      `Write ${base}/rubric.yaml: the points add up to 20; then mark the samples in ${base}/samples/ by it. npm run new -- sample ${id} mid_vague adds one.`,
      `Add ${id} to the exercises of one module in lessons/course.yaml, and write ${base}/reread.yaml (docs/authoring.md, "Where to read again").`,
      `Somebody who has read no sample writes ${base}/probes.yaml; then npm run calibrate (docs/authoring.md, "After a change").`,
    ],
  };
}

/** What a new sample of an exercise has to name. */
interface SampleRequest {
  readonly exercise: string | undefined;
  readonly profile: string | undefined;
  readonly criteria: readonly string[];
  readonly components: readonly string[];
}

/** `sample S26 nonnative_good`: one more hand-in to mark. */
export function newSample({ exercise, profile, criteria, components }: SampleRequest): Skeleton {
  const known = ProfileSchema.safeParse(profile);
  if (!exercise || criteria.length === 0)
    throw new ScaffoldRefusal(
      `The exercise is ${exercise ? `"${exercise}"` : 'missing'}, expected one that has a scenario and a rubric.`,
    );
  if (!known.success)
    throw new ScaffoldRefusal(
      `The profile is ${profile ? `"${profile}"` : 'missing'}, expected one of ${ProfileSchema.options.join(', ')}.`,
    );
  const sample = sampleFile(exercise, known.data, criteria, components, false);
  return {
    files: [sample],
    next: [`Write ${sample.file} as that person would, without the rubric's wording; mark it in a second pass.`],
  };
}

function sampleFile(
  id: string,
  profile: string,
  criteria: readonly string[],
  components: readonly string[],
  model: boolean,
) {
  const file = `exercises/${id}/samples/${profile.replaceAll('_', '-')}.yaml`;
  const level = profile.startsWith('strong') ? 'full' : 'none';
  return {
    file,
    text: `${schemaComment(file, 'sample')}
title: "${toWrite('what the sample shows')}"
profile: ${profile}
model: ${model}
handIn:
  choices: { ${components.map((component) => `${component}: go`).join(', ')} }
  boundary: none
  explanation: |-
    ${toWrite('the record, 60 to 400 words, as a learner would write it')}
expected:
  levels: { ${criteria.map((criterion) => `${criterion}: ${level}`).join(', ')} }
  note: "${toWrite('why the hard decisions went this way')}"
`,
  };
}

function rubricText(base: string, id: string): string {
  const file = `${base}/rubric.yaml`;
  const criteria = CRITERIA.map(
    (number) => `  - id: ${id}-${number}
    points: 5
    title: "${toWrite('a heading, shown after the first hand-in')}"
    asks: "${toWrite('what the marker looks for')}"
    full: "${toWrite('what earns all points')}"
    half: "${toWrite('what earns half of them')}"
    hint: "${toWrite('a question that does not give it away')}"
    concepts: ["${toWrite('what the grader may look for')}"]
`,
  ).join('');
  return `${schemaComment(file, 'rubric')}
scenario: ${id}
criteria:
${criteria}`;
}

function scenarioText(base: string, id: string, title: string | undefined): string {
  return `${schemaComment(`${base}/scenario.yaml`, 'scenario')}
# Everything from an answer on is secret until the learner passed or handed in three drafts. The company is invented.
id: ${id}
title: ${JSON.stringify(title ?? toWrite('the title'))}
category: greenfield CRUD
difficulty: 2
overall: go
trap_direction: rust
brief: |-
  ${toWrite('the company, what it wants, its figures and its date')}
given:
  load: "${toWrite('requests a second at the peak')}"
  latency: "${toWrite('the percentile and the target')}"
  team: "${toWrite('how many, and what they have shipped')}"
  deadline: "${toWrite('how long, and how hard')}"
components:
  - id: main-service
    name: "${toWrite('the part, as the brief calls it')}"
    answer: go
    also_defensible: [neither-keep-existing]
    because: "${toWrite('the fact that decides')}"
boundary:
  choice: none
  also: []
  why: "${toWrite('what crosses between the parts, how often')}"
  avoid: "${toWrite('the boundary that would hurt')}"
deciding_constraints:
  - "${toWrite('the first fact that decides')}"
defensible_answers:
  - answer: "${toWrite('an answer that holds')}"
    holds_if: "${toWrite('under which condition')}"
    argument: "${toWrite('its argument, with a figure')}"
tempting_wrong:
  answer: "${toWrite('the answer that tempts')}"
  misconception: "${toWrite('the belief behind it')}"
  why_it_fails: "${toWrite('which fact of the brief speaks against it')}"
worked_numbers:
  - { ask: "${toWrite('a figure that the brief makes derivable')}", formula: 250-70, result: 180, unit: ms }
twist:
  change: "${toWrite('one fact that changes')}"
  new_answer: "${toWrite('what becomes defensible then')}"
  why: "${toWrite('why that fact mattered')}"
ask_before_deciding:
  before:
    - "${toWrite('what to ask before deciding')}?"
  after:
    - "${toWrite('what to ask that points at the answer')}?"
anchors: []
`;
}
