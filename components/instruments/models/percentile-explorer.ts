/** Requests are spread evenly over time; collector cycles repeat, and each fills the same share of its period. */
export interface TrafficInput {
  /** Share of time during which a collection runs, 0 to 1. */
  readonly cycleShare: number;
  /** Share of the requests inside a cycle that the collector slows down, 0 to 1. */
  readonly slowedShare: number;
  /** Mean extra delay of a slowed request, in milliseconds; the delays are exponential. */
  readonly meanDelay: number;
}

export interface Request {
  /** 0 to 1 over the whole run. */
  readonly at: number;
  readonly inCycle: boolean;
  readonly latency: number;
}

/** S03: cycles cover 14 % of the time, then p99 is near 31 ms and one request in thirteen takes more than 12 ms. */
export const LUMENBID: TrafficInput = { cycleShare: 0.14, slowedShare: 0.17, meanDelay: 9.9 };

const REQUESTS = 40_000;
const PERIOD = 1_000;
const MEDIAN = 4;
const SPREAD = 0.3;

/** Mulberry32: 32 bits of state, so the same seed gives the same requests on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Forty thousand simulated requests. Outside cycles: log-normal around 4 ms (p99.9 near 10 ms). Inside: some also wait,
 * exponentially. Every request draws the same numbers whatever the settings, so that moving a control moves only what it names.
 */
export function simulate({ cycleShare, slowedShare, meanDelay }: TrafficInput, seed = 20261121): Request[] {
  const next = generator(seed);
  return Array.from({ length: REQUESTS }, (_, index) => {
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const usual = MEDIAN * Math.exp(SPREAD * radius * Math.cos(2 * Math.PI * next()));
    const luck = next();
    const delay = -meanDelay * Math.log(1 - next());
    const inCycle = (index % PERIOD) / PERIOD < cycleShare;
    return { at: index / REQUESTS, inCycle, latency: inCycle && luck < slowedShare ? usual + delay : usual };
  });
}

/** Nearest rank: the smallest value that at least `share` of the values do not exceed. Expects ascending order. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)] ?? Number.NaN;
}

export interface Summary {
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly p999: number;
  readonly p99InCycles: number;
  readonly missed: number;
  readonly missedInCycles: number;
  /** Share of operations that meet at least one slow answer when each needs `fanOut` of them. */
  readonly missedAfterFanOut: number;
}

const shareAbove = (values: readonly number[], limit: number) =>
  values.length === 0 ? 0 : values.filter((value) => value > limit).length / values.length;

/** `1 - (1 - missed)^fanOut` assumes that the answers are independent of each other. */
export function summarise(requests: readonly Request[], limit: number, fanOut: number): Summary {
  const all = requests.map((request) => request.latency).sort((left, right) => left - right);
  const inside = requests.filter((request) => request.inCycle).map((request) => request.latency);
  inside.sort((left, right) => left - right);
  const missed = shareAbove(all, limit);
  return {
    mean: all.reduce((total, value) => total + value, 0) / all.length,
    p50: percentile(all, 0.5),
    p90: percentile(all, 0.9),
    p99: percentile(all, 0.99),
    p999: percentile(all, 0.999),
    p99InCycles: percentile(inside, 0.99),
    missed,
    missedInCycles: shareAbove(inside, limit),
    missedAfterFanOut: 1 - (1 - missed) ** fanOut,
  };
}
