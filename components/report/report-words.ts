import type { ReportAbout, ReportKind, ReportStatus } from '@/schemas/problem-report';

export const KIND_WORDS: Readonly<Record<ReportKind, string>> = {
  'wrong-fact': 'A fact is wrong',
  unclear: 'I cannot make sense of it',
  'out-of-date': 'It is out of date',
  'grader-misjudged': 'The grader misjudged',
  typo: 'A slip of the pen',
  other: 'Something else',
};

export const STATUS_WORDS: Readonly<Record<ReportStatus, string>> = {
  new: 'not answered yet',
  answered: 'answered',
  fixed: 'fixed',
  declined: 'stays as it is',
};

/** What can be wrong with such a thing: the grader has no part in a claim or a listing. */
export function kindsFor(kind: ReportAbout['kind']): readonly ReportKind[] {
  const all: readonly ReportKind[] = ['wrong-fact', 'unclear', 'out-of-date', 'grader-misjudged', 'typo', 'other'];
  if (kind === 'criterion') return ['grader-misjudged', ...all.filter((word) => word !== 'grader-misjudged')];
  return kind === 'item' ? all : all.filter((word) => word !== 'grader-misjudged');
}
