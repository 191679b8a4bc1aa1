/**
 * A ferry company's pricing service, invented: six engineers, Java in production. Every figure here is ours and stated
 * beside the instrument. What the model is about is the order of its rules, not its constants.
 */
export const OPTIONS = ['java', 'go', 'rust'] as const;
export type Option = (typeof OPTIONS)[number];

export const DIALS = ['limit', 'load', 'skill', 'weeks'] as const;
export type Dial = (typeof DIALS)[number];

export interface Setting extends Readonly<Record<Dial, number>> {
  /** Which option wins if several meet the limit in time. */
  readonly prefer: 'soonest' | 'fewest-cores';
}

/** keep, go, rust: an option. date, limit: no option fits, so the question was another one. */
export type Answer = 'keep' | 'go' | 'rust' | 'date' | 'limit';

export interface Fit {
  readonly option: Option;
  /** null: the limit is out of reach on the cores there are. */
  readonly cores: number | null;
  readonly weeks: number;
  readonly isInTime: boolean;
}

export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly answer: Answer;
}

/** What each dial may be set to. */
export const RANGES: Readonly<Record<Dial, { readonly min: number; readonly max: number; readonly step: number }>> = {
  limit: { min: 15, max: 60, step: 1 },
  load: { min: 500, max: 8000, step: 250 },
  skill: { min: 0, max: 6, step: 1 },
  weeks: { min: 4, max: 40, step: 1 },
};

/** Database and network, the same for every language. */
export const OUTSIDE_MS = 18;
export const MOST_CORES = 16;
const CODE_MS: Readonly<Record<Option, number>> = { java: 12, go: 9, rust: 6 };
const CPU_MS: Readonly<Record<Option, number>> = { java: 1.6, go: 1.3, rust: 0.8 };
const GO_WEEKS = 10;
/** By how many of the six have shipped Rust. */
const RUST_WEEKS = [30, 18, 18, 12, 12, 8, 8] as const;
/** Sums of decimal fractions may miss a round number by a hair. */
const HAIR = 1e-9;

function weeksFor(option: Option, skill: number): number {
  if (option === 'java') return 0;
  return option === 'go' ? GO_WEEKS : (RUST_WEEKS[skill] ?? RUST_WEEKS[0]);
}

/** Code that takes c ms alone takes c / (1 - u) when the cores are busy for the share u of the time. */
function coresFor(option: Option, { limit, load }: Setting): number | null {
  const allowance = limit - OUTSIDE_MS;
  const busiest = allowance > 0 ? 1 - CODE_MS[option] / allowance : 0;
  if (busiest <= HAIR) return null;
  const cores = Math.max(1, Math.ceil((load * CPU_MS[option]) / 1000 / busiest - HAIR));
  return cores > MOST_CORES ? null : cores;
}

export function fits(setting: Setting): Fit[] {
  return OPTIONS.map((option) => {
    const weeks = weeksFor(option, setting.skill);
    return { option, cores: coresFor(option, setting), weeks, isInTime: weeks <= setting.weeks };
  });
}

/** The rules, in their order: the first that applies decides. */
export function answer(setting: Setting): Answer {
  const reaching = fits(setting).filter(({ cores }) => cores !== null);
  if (reaching.length === 0) return 'limit';
  if (reaching.some(({ option }) => option === 'java')) return 'keep';
  const inTime = reaching.filter(({ isInTime }) => isInTime);
  const by = (fit: Fit) => (setting.prefer === 'soonest' ? fit.weeks : (fit.cores ?? 0));
  const [best] = inTime.sort((one, other) => by(one) - by(other));
  if (!best) return 'date';
  return best.option === 'go' ? 'go' : 'rust';
}

/** The answer over the whole range of one dial, the others left where they are. */
export function segments(setting: Setting, dial: Dial): Segment[] {
  const { min, max, step } = RANGES[dial];
  const found: Segment[] = [];
  for (let value = min; value <= max; value += step) {
    const here = answer({ ...setting, [dial]: value });
    const last = found.at(-1);
    if (last?.answer === here) found[found.length - 1] = { ...last, to: value };
    else found.push({ from: value, to: value, answer: here });
  }
  return found;
}

/** The nearest value of the dial at which the answer is another one; null if the dial has no say. */
export function nearestFlip(setting: Setting, dial: Dial): { readonly value: number; readonly answer: Answer } | null {
  const all = segments(setting, dial);
  const here = all.findIndex(({ from, to }) => from <= setting[dial] && setting[dial] <= to);
  const below = all[here - 1];
  const above = all[here + 1];
  const candidates = [
    ...(below ? [{ value: below.to, answer: below.answer }] : []),
    ...(above ? [{ value: above.from, answer: above.answer }] : []),
  ];
  const distance = (value: number) => Math.abs(value - setting[dial]);
  return candidates.sort((one, other) => distance(one.value) - distance(other.value))[0] ?? null;
}
