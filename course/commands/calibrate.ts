import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { agreementSteps } from '@/grader/calibration/cross-validate';
import { fitModel, measureAnswer } from '@/grader/calibration/fit-model';
import { PROJECT_ROOT } from './project-root';
import { readExercises } from './read-exercises';
import { readGold } from './read-gold';

/** `npm run calibrate`: fits the grader's weights on the gold data. The same data gives the same file, byte for byte. */
const gold = path.join(PROJECT_ROOT, 'grader/gold/dev.jsonl');
const target = path.join(PROJECT_ROOT, 'grader/data/criterion-model.json');

const pairs = await readGold(gold, await readExercises(PROJECT_ROOT));
const rows = pairs.flatMap(({ answer, exercise }) => measureAnswer(exercise, answer));
const hash = createHash('sha256')
  .update(await readFile(gold))
  .digest('hex')
  .slice(0, 16);
const scenarios = [...new Set(rows.map((row) => row.exercise))];
const provenance =
  `Written by npm run calibrate from grader/gold/dev.jsonl (sha256 ${hash}…): ${pairs.length} answers, ` +
  `${rows.length} criterion labels, scenarios ${scenarios.join(' ')}. The chances of agreement come from leaving out one scenario at a time.`;
const model = fitModel(rows, agreementSteps(rows));
await writeFile(target, `${JSON.stringify({ provenance, model }, null, 2)}\n`);
process.stderr.write(`${path.relative(PROJECT_ROOT, target)}: fitted on ${rows.length} labels\n`);
