export type BoundaryId = 'library' | 'ffi' | 'wasm' | 'process' | 'sidecar' | 'queue';

/**
 * What one crossing and its bytes cost, in microseconds: the middle of a range that somebody measured.
 * Ours: two shared virtual cores (AMD EPYC, Linux 6.18), Go 1.19, Rust 1.95, Node 20.20, November 2026. Orders of magnitude.
 */
export interface Boundary {
  readonly id: BoundaryId;
  readonly name: string;
  /** Processor time on both sides of one crossing. */
  readonly core: number;
  /** Time until the answer is there; for a queue, until the other side has the message. */
  readonly latency: number;
  /** Processor time and delay for each further KiB that has to be copied. */
  readonly perKib: number;
  readonly basis: string;
}

export const BOUNDARIES: readonly Boundary[] = [
  {
    id: 'library',
    name: 'Library, same language',
    core: 0.004,
    latency: 0.004,
    perKib: 0,
    basis: '3 to 4 ns, measured',
  },
  { id: 'wasm', name: 'Wasm module', core: 0.03, latency: 0.03, perKib: 0.03, basis: '6 ns (V8) to 1.2 µs (wazero)' },
  { id: 'ffi', name: 'FFI / C ABI (cgo)', core: 0.08, latency: 0.08, perKib: 0, basis: '48 to 104 ns, measured' },
  {
    id: 'process',
    name: 'Process on one machine, RPC',
    core: 45,
    latency: 60,
    perKib: 0.5,
    basis: '45 to 75 µs measured, gRPC 100 to 127',
  },
  {
    id: 'sidecar',
    name: 'RPC through a sidecar',
    core: 245,
    latency: 1060,
    perKib: 0.5,
    basis: 'RPC and a proxy: 200 µs of core, about 1 ms',
  },
  {
    id: 'queue',
    name: 'Durable queue',
    core: 50,
    latency: 5000,
    perKib: 1.5,
    basis: '1 to 25 ms at p99; core assumed',
  },
];

/** JSON out and in again with Go's standard library: 18 to 45 µs for a document of 1,023 bytes, measured. */
export const JSON_PER_KIB = 30;

export interface BoundaryInput {
  readonly rate: number;
  /** Things that one request asks the other side about. */
  readonly items: number;
  readonly bytes: number;
  /** Things that go across in one crossing. */
  readonly batch: number;
  readonly isJson: boolean;
}

export interface BoundaryCost {
  readonly boundary: Boundary;
  readonly crossings: number;
  /** Cores spent on crossing, on copying, and on translating into the format and back. */
  readonly crossingCores: number;
  readonly copyingCores: number;
  readonly formatCores: number;
  readonly cores: number;
  /** Milliseconds added to a request that makes its crossings one after the other. */
  readonly addedMs: number;
}

/** Crossings shrink with the batch. Bytes do not: copying and translating cost the same however they are parcelled. */
export function computeCost(boundary: Boundary, { rate, items, bytes, batch, isJson }: BoundaryInput): BoundaryCost {
  const trips = Math.ceil(items / batch);
  const kib = (items * bytes) / 1024;
  const copying = kib * boundary.perKib;
  const format = isJson ? kib * JSON_PER_KIB : 0;
  const cores = (microseconds: number) => (rate * microseconds) / 1_000_000;
  return {
    boundary,
    crossings: rate * trips,
    crossingCores: cores(trips * boundary.core),
    copyingCores: cores(copying),
    formatCores: cores(format),
    cores: cores(trips * boundary.core + copying + format),
    addedMs: (trips * boundary.latency + copying + format) / 1000,
  };
}

export const computeAll = (input: BoundaryInput): readonly BoundaryCost[] =>
  BOUNDARIES.map((boundary) => computeCost(boundary, input));
