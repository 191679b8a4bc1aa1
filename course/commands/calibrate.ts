import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { agreementSteps, leaveOneScenarioOut } from '@/grader/calibration/cross-validate';
import { fitModel, measureAnswer, measurePassages } from '@/grader/calibration/fit-model';
import { fitProbeModel } from '@/grader/calibration/fit-probe-model';
import { prepareExercise } from '@/grader/criteria/prepare-exercise';
import { PROJECT_ROOT } from './project-root';
import { readExercises } from './read-exercises';
import { labelledSamples } from './read-samples';

/**
 * `npm run calibrate`: fits the grader's weights, first on the authored probes, then on the marked samples. The same
 * content gives the same files, byte for byte. Takes a few minutes, most of it for judging each scenario by the others.
 */
const hashOf = (value: object) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

async function write(name: string, provenance: string, model: object): Promise<void> {
  await writeFile(path.join(PROJECT_ROOT, 'grader/data', name), `${JSON.stringify({ provenance, model })}\n`);
  process.stderr.write(`grader/data/${name}: ${provenance}\n`);
}

const exercises = [...(await readExercises(PROJECT_ROOT)).values()];
const authored = exercises.filter(({ probes }) => probes !== null);
const probeModel = fitProbeModel(authored.map((exercise) => prepareExercise(exercise).probes));
const { space, ...weights } = probeModel;
const fromProbes = `Written by npm run calibrate from the probes of ${authored.length} exercises (sha256 ${hashOf(authored.map(({ probes }) => probes))}…). No sample answer takes part.`;
await write('probe-model.json', fromProbes, weights);
await write('phrase-space.json', fromProbes, space);
const samples = labelledSamples(exercises);
const rows = samples.flatMap((answer) => measureAnswer(answer, probeModel));
const passages = authored.flatMap((exercise) => measurePassages(exercise, probeModel));
const { judgements } = leaveOneScenarioOut(rows, passages);
await write(
  'criterion-model.json',
  `Written by npm run calibrate from ${samples.length} samples, ${rows.length} criterion labels, and ${passages.length} authored passages (sha256 ${hashOf(samples.map(({ sample }) => sample))}…), features measured with probe-model.json. The chances of agreement come from leaving out one scenario at a time.`,
  fitModel(rows, passages, agreementSteps(judgements)),
);
