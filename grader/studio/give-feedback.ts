import type { DecisionRecord } from '@/schemas/decision';
import type { DecisionFeedback } from './feedback';
import { type Beliefs, findBeliefs } from './find-beliefs';
import { findWarnings } from './find-warnings';
import { findAlternatives } from './points/find-alternatives';
import { findBoundary } from './points/find-boundary';
import { findConstraint } from './points/find-constraint';
import { findEvidence } from './points/find-evidence';
import { findNumbers } from './points/find-numbers';
import { findOwnership } from './points/find-ownership';
import { findReversal } from './points/find-reversal';
import { readDecision } from './reading';

const FINDERS = [
  findConstraint,
  findNumbers,
  findAlternatives,
  findEvidence,
  findBoundary,
  findOwnership,
  findReversal,
];

/**
 * Reads a decision of somebody's own against the seven points. It sees form and evidence, never whether a fact is true.
 * Pure: the same record and beliefs give the same feedback. Without `beliefs` none is looked for.
 */
export function giveFeedback(record: DecisionRecord, beliefs: Beliefs | null = null): DecisionFeedback {
  const reading = readDecision(record);
  return {
    points: FINDERS.map((find) => find(reading)),
    warnings: [...findWarnings(reading), ...(beliefs ? findBeliefs(reading, beliefs) : [])],
  };
}
