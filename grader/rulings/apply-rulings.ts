import type { CriterionGrade, Grade } from '@/schemas/grade';
import { LEVEL_SHARE, type Level } from '@/schemas/rubric';
import { withComments } from '../comments';
import { withCriteria } from './with-criteria';

/** What a person decided about one criterion. */
export interface Ruling {
  readonly criterionId: string;
  readonly level: Level;
  /** Shown to the learner in place of the machine's feedback. */
  readonly reason: string;
}

function ruled(line: CriterionGrade, ruling: Ruling | undefined): CriterionGrade {
  if (!ruling) return line;
  const machineLevel = line.person?.machineLevel ?? line.level;
  const { type: _, judged: __, ...rest } = line;
  return {
    ...rest,
    level: ruling.level,
    points: line.max * LEVEL_SHARE[ruling.level],
    feedback: ruling.reason,
    person: { machineLevel, reason: ruling.reason },
  };
}

/**
 * The grade in force where people have ruled on criteria of it: levels, points, feedback and total follow the rulings,
 * everything else is the machine's. Of two rulings on one criterion the later one holds. A person has looked, so the
 * grade asks for nobody any more. Throws a RangeError for a criterion that the grade does not have.
 */
export function applyRulings(machine: Grade, rulings: readonly Ruling[]): Grade {
  const unknown = rulings.find(({ criterionId }) => !machine.criteria.some(({ id }) => id === criterionId));
  if (unknown) throw new RangeError(`the grade of ${machine.exercise} has no criterion ${unknown.criterionId}`);
  const criteria = machine.criteria.map((line) =>
    ruled(
      line,
      rulings.findLast(({ criterionId }) => criterionId === line.id),
    ),
  );
  return withComments({ ...withCriteria(machine, criteria), needsReview: false });
}

/** The rulings that a grade in force carries, to be laid over another machine grade of the same text. */
export function rulingsOf(grade: Grade): Ruling[] {
  return grade.criteria.flatMap(({ id, level, person }) =>
    person ? [{ criterionId: id, level, reason: person.reason }] : [],
  );
}
