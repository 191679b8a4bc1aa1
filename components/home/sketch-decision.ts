import type { Choice } from '@/schemas/scenario';

/**
 * The rule behind the figure of the home page. A sketch to argue with: the shape follows the course (collector work
 * grows with the live heap, a tail budget is what it may take, people and weeks decide what can be carried); the
 * thresholds are ours and are stated beside the figure.
 */
export const BUDGETS_MS = [200, 100, 50, 20, 10, 5, 2, 1] as const;
export const HEAPS_GB = [0.1, 1, 4, 16, 64] as const;
export const RUST_PEOPLE = [0, 1, 2, 3, 4, 5, 6] as const;
export const WEEKS = [4, 8, 12, 26, 52] as const;

export interface Sketch {
  readonly budgetMs: (typeof BUDGETS_MS)[number];
  readonly heapGb: (typeof HEAPS_GB)[number];
  readonly rustPeople: (typeof RUST_PEOPLE)[number];
  readonly weeks: (typeof WEEKS)[number];
}

export type SketchAnswer = 'go' | 'rust' | 'both' | 'either' | 'keep';
export const ANSWER_CHOICE: Readonly<Record<SketchAnswer, Choice>> = {
  go: 'go',
  rust: 'rust',
  both: 'either',
  either: 'either',
  keep: 'neither-keep-existing',
};
export const ANSWER_WORD: Readonly<Record<SketchAnswer, string>> = {
  go: 'Go',
  rust: 'Rust',
  both: 'Both',
  either: 'Either',
  keep: 'Neither yet',
};

/** Live heap in GB over budget in ms: from 1 on the collector decides, from a quarter on it has to be measured. */
export type Pressure = 'none' | 'measure' | 'decides';
export function collectorPressure({ heapGb, budgetMs }: Pick<Sketch, 'heapGb' | 'budgetMs'>): Pressure {
  const ratio = heapGb / budgetMs;
  if (ratio >= 1) return 'decides';
  return ratio >= 0.25 ? 'measure' : 'none';
}

const PEOPLE_TO_CARRY = 2;
const PEOPLE_FOR_ALL = 4;

/** Weeks until the hot part could run in Rust: with two people who have shipped it, or while learning. */
export function weeksNeeded({ rustPeople }: Pick<Sketch, 'rustPeople'>): number {
  return rustPeople >= PEOPLE_TO_CARRY ? 8 : 26;
}

export function sketchAnswer(sketch: Sketch): SketchAnswer {
  if (collectorPressure(sketch) !== 'decides') return sketch.rustPeople >= PEOPLE_FOR_ALL ? 'either' : 'go';
  if (sketch.weeks < weeksNeeded(sketch)) return 'keep';
  return sketch.rustPeople >= PEOPLE_FOR_ALL ? 'rust' : 'both';
}

/** The argument for the answer, in the order in which a reviewer would want it. */
export function sketchArgument(sketch: Sketch): string {
  const pressure = collectorPressure(sketch);
  const heap = `${sketch.heapGb} GB of live heap`;
  switch (sketchAnswer(sketch)) {
    case 'go':
      return pressure === 'none'
        ? `With ${heap}, a ${sketch.budgetMs} ms tail leaves the collector no say. Nothing here pays for a second language.`
        : `${heap} against ${sketch.budgetMs} ms is close enough to measure: keep Go, and let a trace of the tail say whether the collector is in it.`;
    case 'either':
      return `The tail does not decide, and ${sketch.rustPeople} of six already ship Rust. Choose for other reasons, and name them.`;
    case 'rust':
      return `${heap} against ${sketch.budgetMs} ms puts collector work in the tail, and most of the team can build, review and be paged for Rust.`;
    case 'both':
      return `${heap} against ${sketch.budgetMs} ms puts collector work in the tail. Move the part that holds the data to Rust behind a process boundary; Go keeps the rest.`;
    case 'keep':
      return `The tail asks for Rust, but the hot part needs about ${weeksNeeded(sketch)} weeks with this team and there are ${sketch.weeks}. Shrink the live heap, tune the collector, and decide again.`;
  }
}

export interface Flip {
  readonly input: keyof Sketch;
  readonly to: number;
  readonly answer: SketchAnswer;
}

const STEPS: Readonly<Record<keyof Sketch, readonly number[]>> = {
  budgetMs: BUDGETS_MS,
  heapGb: HEAPS_GB,
  rustPeople: RUST_PEOPLE,
  weeks: WEEKS,
};

/** For each input alone: the nearest value at which the answer changes. */
export function sketchFlips(sketch: Sketch): Flip[] {
  const now = sketchAnswer(sketch);
  const inputs = ['budgetMs', 'heapGb', 'rustPeople', 'weeks'] as const;
  return inputs.flatMap((input) => {
    const steps = STEPS[input];
    const here = steps.indexOf(sketch[input]);
    const nearest = steps
      .map((to, index) => ({
        input,
        to,
        distance: Math.abs(index - here),
        answer: sketchAnswer({ ...sketch, [input]: to }),
      }))
      .filter((candidate) => candidate.answer !== now)
      .sort((one, other) => one.distance - other.distance)[0];
    return nearest ? [{ input, to: nearest.to, answer: nearest.answer }] : [];
  });
}
