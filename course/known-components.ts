/**
 * Components that a lesson may use; app/lessons/[id]/lesson-components.tsx maps each name to its code. A lesson that
 * names another one would fail in front of a reader, so the content check refuses it.
 */
export const KNOWN_COMPONENTS: readonly string[] = [
  'Aside',
  'AttackPaths',
  'Bottleneck',
  'BoundaryCost',
  'Case',
  'Checkpoint',
  'Claim',
  'CodePair',
  'ContradictionBoard',
  'DecisionTrees',
  'DomainMap',
  'EvidenceGrader',
  'FlipPoint',
  'FeedbackLoop',
  'HeapCap',
  'LatencyBudget',
  'PercentileExplorer',
  'SafetyMatrix',
  'Source',
  'Summary',
  'TeamPlanner',
];

/** Components that are read; every other one is an instrument, which a reader operates. */
export const READ_COMPONENTS: readonly string[] = [
  'Aside',
  'Case',
  'Checkpoint',
  'Claim',
  'CodePair',
  'Source',
  'Summary',
];

/** Languages that can be highlighted; `text` is the one for output and plain figures. */
export const KNOWN_LANGUAGES: readonly string[] = [
  'bash',
  'diff',
  'go',
  'json',
  'proto',
  'rust',
  'sql',
  'text',
  'toml',
  'yaml',
];
