import 'server-only';
import type { DeskPerson } from '@/schemas/dashboard-view';
import type { RawAttempt } from './raw-attempts';

export type Cell = string | number | null;

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());
const share = (value: number | null) => (value === null ? null : Math.round(value * 1_000) / 1_000);
const flag = (value: boolean | null) => (value === null ? null : value ? 1 : 0);

/** Columns of the overview: who, how far, and four figures a module. */
export const overviewHead = (moduleIds: readonly string[]): string[] => [
  'learner id',
  'name',
  'e-mail',
  'joined',
  'last active',
  'standing',
  'reasons to look',
  'next due',
  'overdue',
  'minutes in quizzes',
  ...moduleIds.flatMap((id) => [`${id} steps done`, `${id} steps`, `${id} items right`, `${id} best grade`]),
];

/** One person as a row of the overview. */
export function overviewRow(person: DeskPerson): Cell[] {
  return [
    person.learnerId,
    person.isGuest ? null : person.name,
    person.email,
    instant(person.joinedAt),
    instant(person.lastActiveAt),
    person.standing,
    person.reasons.map(({ kind }) => kind).join(' '),
    instant(person.due.nextAt),
    person.due.overdue,
    person.quizMinutes === null ? null : Math.round(person.quizMinutes * 10) / 10,
    ...person.modules.flatMap(({ done, steps, right, best }) => [done, steps, right, share(best)]),
  ];
}

export const ATTEMPT_HEAD = [
  'kind',
  'learner id',
  'id',
  'lesson or exercise',
  'item',
  'number',
  'opened',
  'at',
  'score',
  'right',
  'certainty',
  'response',
  'waits for a person',
  'grader version',
  'rubric hash',
] as const;

/** One raw attempt as a row. */
export function attemptRow(row: RawAttempt): Cell[] {
  return [
    row.kind,
    row.learnerId,
    row.id,
    row.of,
    row.itemId,
    row.number,
    instant(row.openedAt),
    instant(row.at),
    share(row.score),
    flag(row.isCorrect),
    row.confidence,
    row.response,
    flag(row.needsReview),
    row.graderVersion,
    row.rubricHash,
  ];
}
