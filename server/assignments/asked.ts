import 'server-only';
import { type AssignmentPart, exerciseIdsOf, type Offer, partsOf } from '@/grader/assignments/parts';
import type { AssignmentRules } from '@/grader/assignments/standing';
import {
  type Assignment,
  AssignmentSchema,
  AssignmentTargetSchema,
  AttemptsPolicySchema,
  PassRuleSchema,
} from '@/schemas/assignment';
import { fromJson } from '../db/json';
import type { Tables } from '../db/tables';

/** A stored row as the noun. */
export function toAssignment({ target, attempts, passing, ...row }: Tables['assignments']): Assignment {
  return AssignmentSchema.parse({
    ...row,
    target: fromJson(target, AssignmentTargetSchema),
    attempts: fromJson(attempts, AttemptsPolicySchema),
    passing: fromJson(passing, PassRuleSchema),
  });
}

/** An assignment with what the course of now makes of it. */
export interface AssignmentInCourse {
  readonly assignment: Assignment;
  readonly parts: readonly AssignmentPart[];
  readonly exerciseIds: readonly string[];
  readonly passShare: number;
}

/** What the course offers, and where it draws the line; plain data, so that another thread can be given it. */
export interface PassingOffer extends Offer {
  readonly passMark: number;
}

export function inOffer({ passMark, ...offer }: PassingOffer, assignment: Assignment): AssignmentInCourse {
  const parts = partsOf(assignment.target, offer);
  const passShare = assignment.passing.type === 'share' ? assignment.passing.share : passMark;
  return { assignment, parts, exerciseIds: exerciseIdsOf(parts), passShare };
}

/** Its rules with one person's date. */
export function rulesFor({ assignment, passShare }: AssignmentInCourse, dueAt: number): AssignmentRules {
  const { opensAt, attempts } = assignment;
  return { opensAt, attempts, passShare, dueAt };
}
