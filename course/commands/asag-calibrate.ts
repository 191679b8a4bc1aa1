import { readFile, writeFile } from 'node:fs/promises';
import { fitMatcher } from '@/grader/matching/fit-matcher';
import { createLexicon } from '@/grader/matching/lexicon';
import type { GradedRow } from '@/grader/matching/matcher-row';
import { FEWEST_ROWS, groupByDataset } from '../asag-matchers';
import { readGradedRow, splitLines } from '../asag-rows';
import { shippedModelsFile } from '../shipped-models';
import { fromCaller, PROJECT_ROOT } from './project-root';

/**
 * `npm run asag:calibrate -- FILE...`: fits the weights that come with the project on files of graded rows, the same bytes
 * each time. Weights and word counts are stored, rows are not.
 */
const files = process.argv.slice(2);
const lines = await Promise.all(files.map(async (file) => splitLines(await readFile(fromCaller(file), 'utf8'))));
const rows = lines.flat().flatMap((line) => readGradedRow(line) ?? []);
const lexicon = createLexicon();
const modelOf = (graded: readonly GradedRow[]) => fitMatcher(graded, lexicon, false).model;
const groups = [...groupByDataset(rows)].filter(([, graded]) => graded.length >= FEWEST_ROWS);
const provenance =
  `Written by npm run asag:calibrate from ${rows.length} rows of public short-answer data: ` +
  `${groups.map(([name, graded]) => `${name} ${graded.length}`).join(', ')}. Weights and word counts only.`;
const models = {
  provenance,
  pooled: modelOf(rows),
  datasets: Object.fromEntries(groups.map(([name, graded]) => [name, modelOf(graded)])),
};
await writeFile(shippedModelsFile(PROJECT_ROOT), `${JSON.stringify(models)}\n`);
process.stderr.write(`${provenance}\n`);
