import 'server-only';
import { type AssignmentPart, exerciseIdsOf, partsOf } from '@/grader/assignments/parts';
import type { AssignmentRules } from '@/grader/assignments/standing';
import {
  type Assignment,
  AssignmentSchema,
  AssignmentTargetSchema,
  AttemptsPolicySchema,
  PassRuleSchema,
} from '@/schemas/assignment';
import type { Course } from '@/schemas/course';
import { fromJson } from '../db/json';
import type { Tables } from '../db/tables';
import { courseFacts } from '../progress';

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

export function inCourse(course: Course, assignment: Assignment): AssignmentInCourse {
  const { modules, passMark } = courseFacts(course);
  const parts = partsOf(assignment.target, { modules, paths: course.paths });
  const passShare = assignment.passing.type === 'share' ? assignment.passing.share : passMark;
  return { assignment, parts, exerciseIds: exerciseIdsOf(parts), passShare };
}

/** Its rules with one person's date. */
export function rulesFor({ assignment, passShare }: AssignmentInCourse, dueAt: number): AssignmentRules {
  const { opensAt, attempts } = assignment;
  return { opensAt, attempts, passShare, dueAt };
}

/** What it consists of, in words, in the order of the course. */
export function wordsOf(course: Course, { target }: Pick<Assignment, 'target'>): string[] {
  switch (target.type) {
    case 'path': {
      const path = course.paths.find(({ id }) => id === target.pathId);
      return [path ? `The path “${path.title}”` : 'A path that the course no longer has'];
    }
    case 'modules':
      return course.outline.modules
        .filter(({ id }) => target.moduleIds.includes(id))
        .map(({ id, title }) => `Module ${id}: ${title}`);
    case 'exercises':
      return course.exercises
        .filter(({ scenario }) => target.scenarioIds.includes(scenario.id))
        .map(({ scenario }) => `Exercise ${scenario.id}: ${scenario.title}`);
  }
}
