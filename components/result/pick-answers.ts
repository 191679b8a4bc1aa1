import type { Choice } from '@/schemas/scenario';

/** What was defensible for one part; only where the exercise is open to the reader. */
export interface PickAnswer {
  readonly choices: readonly Choice[];
  readonly because: string;
}

interface AnsweredComponent {
  readonly id: string;
  readonly answer: Choice;
  readonly also_defensible: readonly Choice[];
  readonly because: string;
}

/** What was defensible for each part, the first answer first. */
export function pickAnswers(components: readonly AnsweredComponent[]): Record<string, PickAnswer> {
  return Object.fromEntries(
    components.map(({ id, answer, also_defensible, because }) => [
      id,
      { choices: [...new Set([answer, ...also_defensible])], because },
    ]),
  );
}
