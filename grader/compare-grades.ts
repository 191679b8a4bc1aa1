import type { Comment } from '@/schemas/feedback';
import type { CriterionGrade } from '@/schemas/grade';
import type { Level } from '@/schemas/rubric';

type Graded = Pick<CriterionGrade, 'id' | 'level' | 'points' | 'max' | 'judged'>;

/** Where a criterion stands after a revision: met at last, still open, met before and now not, or met in both drafts. */
export type Standing = 'resolved' | 'open' | 'reopened' | 'kept';

export interface CriterionChange {
  readonly id: Graded['id'];
  readonly before: Level;
  readonly after: Level;
  readonly pointsBefore: number;
  readonly pointsAfter: number;
  readonly max: number;
  readonly direction: 'rose' | 'fell' | 'same';
  readonly standing: Standing;
}

function standingOf(before: Level, after: Level): Standing {
  if (after === 'full') return before === 'full' ? 'kept' : 'resolved';
  return before === 'full' ? 'reopened' : 'open';
}

/**
 * What a revision changed, criterion by criterion, in the order of the later grade. Criteria that one of the two drafts was
 * not judged on, or that only one of two rubrics has, are left out: a change there would be the grader's, not the writer's.
 * Levels decide the direction and not points, because a rubric's points may have changed between the drafts.
 */
export function compareGrades(before: readonly Graded[], after: readonly Graded[]): CriterionChange[] {
  const rank: Readonly<Record<Level, number>> = { none: 0, half: 1, full: 2 };
  return after.flatMap((now) => {
    const then = before.find(({ id }) => id === now.id);
    if (!then || then.judged === false || now.judged === false) return [];
    const moved = rank[now.level] - rank[then.level];
    return [
      {
        id: now.id,
        before: then.level,
        after: now.level,
        pointsBefore: then.points,
        pointsAfter: now.points,
        max: now.max,
        direction: moved > 0 ? 'rose' : moved < 0 ? 'fell' : 'same',
        standing: standingOf(then.level, now.level),
      },
    ];
  });
}

export interface ComparedComments {
  readonly resolved: readonly Comment[];
  readonly open: readonly Comment[];
}

/** Comments that asked for a change in the earlier draft: those that the later one no longer gets, and those that stand. */
export function compareComments(before: readonly Comment[], after: readonly Comment[]): ComparedComments {
  const asking = before.filter(({ type }) => type === 'essential' || type === 'actionable');
  const stands = (comment: Comment) => after.some((other) => keyOf(other) === keyOf(comment));
  return { resolved: asking.filter((comment) => !stands(comment)), open: asking.filter(stands) };
}

/** What a comment is about; its words may change from "carry this" to "contradicted" and it is still open. */
const keyOf = (comment: Comment) => {
  const isAsking = comment.type === 'essential' || comment.type === 'actionable';
  return `${isAsking ? 'asks' : comment.type} ${comment.about} ${'id' in comment ? comment.id : ''}`;
};
