import { exchangeNumbers, findEdits } from '@/grader/variants/exchange-numbers';
import { readContentFiles } from '../content-files';
import { forwardTable } from '../figure-values';
import { loadExercises } from '../load-exercises';
import { textsOf } from '../texts-of-exercise';
import { countVariants, varyExercise } from '../vary-exercise';

/** npm run show:variants -- S01 [S02 …]: each text of an exercise that tells a figure, as every variant tells it. */
const wanted = process.argv.slice(2);
const { exercises } = loadExercises(await readContentFiles(process.cwd()));
for (const exercise of exercises.filter(({ scenario }) => wanted.includes(scenario.id))) {
  const { scenario, variants } = exercise;
  if (!variants) console.log(`${scenario.id} has no variants.yaml`);
  for (let variant = 1; variants && variant < countVariants(exercise); variant += 1) {
    const table = forwardTable(scenario, variants, variant);
    console.log(`\n=== ${scenario.id}, variant ${variant}`);
    for (const { path, text } of textsOf(exercise))
      if (findEdits(text, table).length > 0)
        console.log(`${path}\n    ${exchangeNumbers(text, table).replaceAll('\n', '\n    ')}`);
    for (const { ask, formula, result, unit } of varyExercise(exercise, variant).scenario.worked_numbers)
      console.log(`worked: ${ask}\n    ${formula} = ${result} ${unit}`);
  }
}
if (wanted.length === 0) {
  console.error('Usage: npm run show:variants -- S01 [S02 …]');
  process.exitCode = 2;
}
