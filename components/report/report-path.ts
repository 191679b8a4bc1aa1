import type { Route } from 'next';
import { lessonPlacePath, type PagePath, quizPath } from '@/components/paths';
import type { ReportAbout } from '@/schemas/problem-report';

/** Where the thing stands that a report is about; a result has another address for those who teach its learner. */
export function reportPath(
  about: ReportAbout,
  reader: 'reporter' | 'instructor',
): PagePath | Route<`/results/${string}`> | Route<`/instructor/results/${string}`> {
  switch (about.kind) {
    case 'item':
      return quizPath(about.lessonId);
    case 'claim':
      return lessonPlacePath(about.lessonId, `claim-${about.claimId}`);
    case 'listing':
      return lessonPlacePath(about.lessonId, `listing-${about.listingId}`);
    case 'criterion':
      return reader === 'reporter' ? `/results/${about.submissionId}` : `/instructor/results/${about.submissionId}`;
    default:
      return about satisfies never;
  }
}
