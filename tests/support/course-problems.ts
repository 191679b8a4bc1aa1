import { afterEach, beforeEach } from 'vitest';
import { loadCourse } from '@/course/load-course';
import { formatProblem } from '@/course/problem';
import { type CourseCopy, copyCourse } from './course-copy';

/** Each test of the file gets a small course of its own to break. */
export function copyForEachTest(): () => CourseCopy {
  let copy: CourseCopy;
  beforeEach(async () => {
    copy = await copyCourse();
  });
  afterEach(() => copy.remove());
  return () => copy;
}

/** What the check says about it, one line a problem. */
export async function problemLines(copy: CourseCopy): Promise<string> {
  return (await loadCourse(copy.root)).problems.map(formatProblem).join('\n');
}
