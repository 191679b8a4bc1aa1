/** Sizes in MiB, rates in MiB per second. */
export interface HeapInput {
  readonly live: number;
  /** Goroutine stacks and globals: they count as work for the collector and as memory outside the heap. */
  readonly roots: number;
  readonly allocationRate: number;
  /** GOGC in per cent; null is GOGC=off. */
  readonly gogc: number | null;
  /** GOMEMLIMIT; null is unset, the default. */
  readonly memoryLimit: number | null;
  readonly cap: number;
  readonly cores: number;
  /** How much live memory one core marks in a second: many small linked objects are slow, flat arrays fast. */
  readonly scanRate: number;
}

/** fits: below the cap. pressed: the memory limit holds, at a price. thrashing: the limit cannot hold. killed: over the cap. */
export type HeapState = 'fits' | 'pressed' | 'thrashing' | 'killed';

export interface HeapResult {
  readonly target: number;
  readonly peak: number;
  readonly cyclesPerMinute: number;
  readonly collectorCores: number;
  /** Share of all cores, held at the 50 % that the runtime's limiter allows. */
  readonly collectorShare: number;
  readonly isLimitDeciding: boolean;
  readonly state: HeapState;
}

const SMALLEST_HEAP = 4;
/** The runtime starts a collection when none has run for two minutes. */
const FORCED_PER_MINUTE = 0.5;
/** Go gives up on the limit rather than spend more than about half of the processors on collecting. */
const LIMITER_SHARE = 0.5;
/** Above this share we call the limit a price worth looking at; a choice of ours. */
const PRESSED_SHARE = 0.15;

/**
 * The cost model of the Go GC guide (go.dev/doc/gc-guide, sections GOGC, Memory limit and Appendix):
 *   target      = live + (live + roots) · GOGC / 100, but at most limit - memory outside the heap
 *   new heap    = target - live
 *   frequency   = allocation rate / new heap
 *   cost        = frequency · (live + roots) · cost per byte (the fixed cost per cycle is left out)
 * Cores = MiB/s of new memory ÷ MiB of room × MiB to mark ÷ MiB marked per core-second.
 */
export function computeHeap(input: HeapInput): HeapResult {
  const { live, roots, allocationRate, gogc, memoryLimit, cap, cores, scanRate } = input;
  const scan = live + roots;
  const byRatio = gogc === null ? Number.POSITIVE_INFINITY : Math.max(SMALLEST_HEAP, live + (scan * gogc) / 100);
  const byLimit = memoryLimit === null ? Number.POSITIVE_INFINITY : memoryLimit - roots;
  const isLimitDeciding = byLimit < byRatio;
  const room = Math.max(0, Math.min(byRatio, byLimit) - live);
  const perSecond = Math.max(FORCED_PER_MINUTE / 60, room === 0 ? Number.POSITIVE_INFINITY : allocationRate / room);
  const wanted = (perSecond * scan) / scanRate;
  const isThrashing = wanted > cores * LIMITER_SHARE;
  const collectorCores = Math.min(wanted, cores * LIMITER_SHARE);
  // A collector held at half of the cores completes fewer cycles, so the heap grows past the limit until the two agree.
  const cyclesPerSecond = isThrashing ? (collectorCores * scanRate) / scan : perSecond;
  const target = live + (isThrashing ? allocationRate / cyclesPerSecond : room);
  const peak = target + roots;
  const collectorShare = collectorCores / cores;
  return {
    target,
    peak,
    cyclesPerMinute: cyclesPerSecond * 60,
    collectorCores,
    collectorShare,
    isLimitDeciding,
    state: stateOf({ peak, cap, isThrashing, isLimitDeciding, collectorShare }),
  };
}

function stateOf(facts: {
  peak: number;
  cap: number;
  isThrashing: boolean;
  isLimitDeciding: boolean;
  collectorShare: number;
}): HeapState {
  if (facts.peak > facts.cap) return 'killed';
  if (facts.isThrashing) return 'thrashing';
  return facts.isLimitDeciding && facts.collectorShare > PRESSED_SHARE ? 'pressed' : 'fits';
}
