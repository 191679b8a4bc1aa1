import type { Boundary } from '@/schemas/scenario';

interface BoundaryFacts {
  readonly id: Boundary;
  readonly name: string;
  /** What it is, in one plain sentence. */
  readonly what: string;
  /** What it asks in return. */
  readonly cost: string;
}

/** The boundaries that a record may choose from, loosest coupling last but one; neutral on purpose. */
export const BOUNDARIES: readonly BoundaryFacts[] = [
  {
    id: 'none',
    name: 'No boundary',
    what: 'One deployable in one language; parts call each other as functions.',
    cost: 'Everything is built, released and restarted together.',
  },
  {
    id: 'library',
    name: 'Library',
    what: 'One part is a package that the others compile in, in the same language.',
    cost: 'A change reaches users only when they take the new version.',
  },
  {
    id: 'FFI/C-ABI',
    name: 'FFI over the C ABI',
    what: 'Two languages in one process; one calls functions of the other.',
    cost: 'No hop, but a crash takes both, and the build needs both toolchains.',
  },
  {
    id: 'WASM module',
    name: 'WASM module',
    what: 'One part runs as a sandboxed module inside the other.',
    cost: 'Memory is kept apart, so data is copied across, and system access is limited.',
  },
  {
    id: 'sidecar',
    name: 'Sidecar',
    what: 'A helper process beside each instance, on the same host.',
    cost: 'A short local hop; two processes to start, watch and size together.',
  },
  {
    id: 'process/gRPC',
    name: 'Own service (gRPC, HTTP)',
    what: 'Separate processes that call each other over the network.',
    cost: 'Each call is a hop that can be slow or fail; contracts need versions.',
  },
  {
    id: 'queue',
    name: 'Queue',
    what: 'One side leaves messages or files; the other takes them when it can.',
    cost: 'No answer at once; messages come twice or late, and must be safe to repeat.',
  },
];

/** The name under which a boundary stands on the board. */
export const boundaryName = (boundary: Boundary): string =>
  BOUNDARIES.find(({ id }) => id === boundary)?.name ?? boundary;
