import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ShippedModels } from './asag-matchers';

const Numbers = z.array(z.number());
const EnsembleSchema = z.strictObject({
  loss: z.enum(['logistic', 'squared']),
  treeShare: z.number(),
  linear: z.strictObject({ bias: z.number(), means: Numbers, deviations: Numbers, weights: Numbers }),
  trees: z.strictObject({
    loss: z.enum(['logistic', 'squared']),
    bias: z.number(),
    trees: z.array(z.strictObject({ features: Numbers, thresholds: Numbers, leaves: Numbers })),
  }),
});
const ModelSchema = z.strictObject({
  words: z.strictObject({ questions: z.number(), counts: z.record(z.string(), z.number()) }),
  unseen: z.strictObject({ correct: EnsembleSchema, score: EnsembleSchema }),
});
const ShippedSchema = z.strictObject({
  provenance: z.string(),
  pooled: ModelSchema,
  datasets: z.record(z.string(), ModelSchema),
});

/** Where the weights that come with the project are. */
export const shippedModelsFile = (root: string): string => path.join(root, 'grader/data/matcher-model.json');

/** The weights that come with the project. */
export async function readShippedModels(root: string): Promise<ShippedModels> {
  return ShippedSchema.parse(JSON.parse(await readFile(shippedModelsFile(root), 'utf8')));
}
