/** Seconds for what a person waits at the desk, minutes for the pipeline. */
export interface LoopInput {
  readonly people: number;
  /** Edit, check, test: how often a day one person asks the tools a question. */
  readonly cycles: number;
  readonly rebuild: number;
  /** Up to this wait people stay; at twice it all of them have turned to something else. */
  readonly patience: number;
  /** What coming back costs somebody who has turned away, beyond the wait itself. */
  readonly comeback: number;
  readonly pipelineCompile: number;
  readonly pipelineRest: number;
  /** Share of pipeline runs that find a usable build cache, 0 to 1. */
  readonly cacheHits: number;
  readonly checksFirst: boolean;
  readonly isSplit: boolean;
  readonly isPure: boolean;
}

export interface LoopHours {
  readonly waiting: number;
  readonly away: number;
  readonly pipeline: number;
  readonly total: number;
}

export type LeverName = 'halve' | 'check' | 'split' | 'cache' | 'pure';

export interface Lever {
  readonly name: LeverName;
  /** Hours a week that this lever alone would save from here; 0 once it is pulled. */
  readonly saves: number;
}

/** Assumptions of ours, stated in the instrument; measure your own. */
export const ASSUMED = {
  days: 5,
  checkShare: 0.6,
  checkRatio: 0.25,
  splitRatio: 0.4,
  runsPerDay: 3,
  waitedFor: 0.25,
  cachedRatio: 0.25,
  nativeMinutes: 2,
  goodCache: 0.8,
} as const;

/** Nobody leaves within the patience, everybody at twice it; a straight line between stands for people who differ. */
export function shareAway(wait: number, patience: number): number {
  return Math.min(1, Math.max(0, (wait - patience) / patience));
}

/**
 * Hours a week:
 *   waiting  = cycles · mean wait
 *   away     = cycles · share that turned away · cost of coming back
 *   pipeline = runs · minutes · share of runs that somebody waits for
 */
export function computeLoop(input: LoopInput): LoopHours {
  const rebuild = input.rebuild * (input.isSplit ? ASSUMED.splitRatio : 1);
  const check = rebuild * ASSUMED.checkRatio;
  const share = input.checksFirst ? ASSUMED.checkShare : 0;
  const hoursOfCycles = (input.people * input.cycles * ASSUMED.days) / 3600;
  const mean = (of: (wait: number) => number) => share * of(check) + (1 - share) * of(rebuild);
  const waiting = hoursOfCycles * mean((wait) => wait);
  const away = hoursOfCycles * mean((wait) => shareAway(wait, input.patience) * input.comeback);
  const cold = Math.max(0, input.pipelineCompile - (input.isPure ? ASSUMED.nativeMinutes : 0));
  const compile = cold * (1 - input.cacheHits * (1 - ASSUMED.cachedRatio));
  const runs = input.people * ASSUMED.runsPerDay * ASSUMED.days;
  const pipeline = (runs * ASSUMED.waitedFor * (compile + input.pipelineRest)) / 60;
  return { waiting, away, pipeline, total: waiting + away + pipeline };
}

/** Each lever pulled alone, from where the settings stand now. */
export function computeLevers(input: LoopInput): readonly Lever[] {
  const now = computeLoop(input).total;
  const pulled: Readonly<Record<LeverName, LoopInput>> = {
    halve: { ...input, rebuild: input.rebuild / 2 },
    check: { ...input, checksFirst: true },
    split: { ...input, isSplit: true },
    cache: { ...input, cacheHits: Math.max(input.cacheHits, ASSUMED.goodCache) },
    pure: { ...input, isPure: true },
  };
  const names = Object.keys(pulled) as LeverName[];
  return names.map((name) => ({ name, saves: now - computeLoop(pulled[name]).total }));
}
