import type { CaseBoundary, CaseConstraint, CaseDirection, Reading } from '@/schemas/case';
import { boundaryName } from '../exercise/boundaries';

/** What decided, as the filter and the pages name it. */
export const CONSTRAINT_WORD: Readonly<Record<CaseConstraint, string>> = {
  pauses: 'Pauses and tail latency',
  memory: 'Memory footprint',
  cpu: 'CPU and cost per request',
  'input-output': 'Disk, network, system calls',
  design: 'Architecture and data model',
  crossing: 'Cost of crossing a boundary',
  safety: 'Memory safety and isolation',
  failures: 'Failures and concurrency bugs',
  ecosystem: 'Libraries and contributors',
  platforms: 'One core for many platforms or hosts',
  team: 'Time, team and hiring',
};

export const DIRECTION_WORD: Readonly<Record<CaseDirection, string>> = {
  rust: 'Rust',
  go: 'Go',
  both: 'Both, together',
  beside: 'Rust beside a third language',
  neither: 'Neither',
  tuned: 'Kept and tuned',
  'left-go': 'Moved away from Go',
  'left-rust': 'Moved away from Rust',
  lesson: 'No choice: a lesson or dated facts',
};

/** Boundaries bear the names that they have on the decision board. */
export const caseBoundaryName = (boundary: CaseBoundary): string =>
  boundary === 'whole program' ? 'The whole program replaced' : boundaryName(boundary);

/** How far the sources were read. */
export const READING_WORD: Readonly<Record<Reading, string>> = {
  seen: 'page read by us',
  mirror: 'copy of the page read by us',
  'second-hand': 'partly reported second-hand',
  unverified: 'partly unverified',
};
