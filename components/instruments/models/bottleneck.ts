/** Where a request spends its time when several requests are under way at once. Means, not percentiles. */
export interface BottleneckInput {
  /** Requests that arrive, a second. */
  readonly rate: number;
  /** Mean response time that is wanted, in milliseconds. */
  readonly target: number;
  readonly networkMs: number;
  readonly codeMs: number;
  readonly cores: number;
  readonly databaseMs: number;
  readonly connections: number;
  /** How many times faster our own code becomes; Infinity is allowed and is the interesting case. */
  readonly speedup: number;
}

export interface Station {
  /** Milliseconds that somebody works on the request here. */
  readonly work: number;
  /** Milliseconds that the request stands in line here. Infinite once more arrives than can be served. */
  readonly waiting: number;
  readonly time: number;
  /** Share of its servers that is busy; may exceed 1, and then the line grows without end. */
  readonly utilisation: number;
  /** Requests a second at which this station is busy all the time. */
  readonly ceiling: number;
}

export interface Load {
  readonly network: number;
  readonly code: Station;
  readonly database: Station;
  readonly total: number;
}

export interface Bottleneck {
  readonly before: Load;
  readonly now: Load;
  /** Own code as a share of the work alone: what an idle test bench shows. */
  readonly shareOfWork: number;
  /** Own code, with its line, as a share of the response time at this load. NaN when a line grows without end. */
  readonly shareUnderLoad: number;
  /** Share of the response time that has to go, wherever it is, before the target is met. */
  readonly shareToMove: number;
  /** Response time if our own code took no time at all. */
  readonly floor: number;
  readonly isTargetMet: boolean;
  /** The station that first refuses more requests, and how many a second it takes. */
  readonly limit: { readonly station: 'code' | 'database'; readonly ceiling: number };
}

/**
 * A station of several servers, each with a line of its own and random arrivals and work (M/M/1): time = work ÷ (1 − busy).
 * One shared line waits less, and bursts wait more; the shape is the same, slow at first and then a wall.
 */
export function computeStation(rate: number, work: number, servers: number): Station {
  const utilisation = (rate * work) / 1000 / servers;
  const time = utilisation < 1 ? work / (1 - utilisation) : Number.POSITIVE_INFINITY;
  return { work, time, waiting: time - work, utilisation, ceiling: work > 0 ? (servers * 1000) / work : Infinity };
}

function computeLoad(input: BottleneckInput, speedup: number): Load {
  const code = computeStation(input.rate, input.codeMs / speedup, input.cores);
  const database = computeStation(input.rate, input.databaseMs, input.connections);
  return { network: input.networkMs, code, database, total: input.networkMs + code.time + database.time };
}

export function computeBottleneck(input: BottleneckInput): Bottleneck {
  const before = computeLoad(input, 1);
  const now = computeLoad(input, input.speedup);
  const { code, database } = now;
  return {
    before,
    now,
    shareOfWork: input.codeMs / (input.networkMs + input.codeMs + input.databaseMs),
    shareUnderLoad: before.code.time / before.total,
    shareToMove: Math.max(0, 1 - input.target / before.total),
    floor: computeLoad(input, Number.POSITIVE_INFINITY).total,
    isTargetMet: now.total <= input.target,
    limit:
      code.ceiling < database.ceiling
        ? { station: 'code', ceiling: code.ceiling }
        : { station: 'database', ceiling: database.ceiling },
  };
}
