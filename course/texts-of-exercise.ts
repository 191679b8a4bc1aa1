import type { Exercise } from '@/schemas/course';

/** A text of an exercise, and where it stands. */
export interface PlacedText {
  readonly path: string;
  readonly text: string;
}

/** Fields that name something or are told apart (formulas): a number in them is no figure of the text. */
export const NAMING_FIELDS: ReadonlySet<string> = new Set(['id', 'scenario', 'anchors', 'formula']);

function collect(value: unknown, path: string): PlacedText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => collect(entry, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    NAMING_FIELDS.has(key) ? [] : collect(entry, `${path}.${key}`),
  );
}

/** The texts of scenario, rubric and model answers that tell figures, in a fixed order. */
export function textsOf({ scenario, rubric, modelAnswers }: Exercise): PlacedText[] {
  return [
    ...collect(scenario, 'scenario.yaml: '),
    ...collect(rubric, 'rubric.yaml: '),
    ...collect(modelAnswers, 'model-answers.yaml: '),
  ].map(({ path, text }) => ({ path: path.replace(': .', ': '), text }));
}
