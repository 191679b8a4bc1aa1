import Link from 'next/link';
import { casePath, lessonPath } from '@/components/paths';
import { sayDuration } from '@/components/ui/duration';
import { selectOptionalCase, selectOptionalLesson } from '@/course/select';
import { limitLine } from '@/schemas/case';
import type { Course } from '@/schemas/course';
import styles from './about.module.css';

/** What somebody reads who reads one thing only; where the course no longer has them, its first lesson and case. */
const SAMPLE = { lesson: 'where-the-milliseconds-go', case: 'C01' } as const;

/** One lesson and one case, open to everybody, to judge the rest by. */
export function Sample({ course }: { readonly course: Course }) {
  const loaded = selectOptionalLesson(course, SAMPLE.lesson) ?? course.lessons[0];
  const entry = selectOptionalCase(course, SAMPLE.case) ?? course.cases[0];
  return (
    <section className={styles.section} aria-labelledby="sample">
      <h2 id="sample">Judge it by two pages</h2>
      <div className={styles.samples}>
        {loaded ? (
          <article>
            <p className={styles.kind}>A lesson, {sayDuration(loaded.minutes.reading)} to read</p>
            <h3>
              <Link href={lessonPath(loaded.lesson.id)}>{loaded.lesson.title}</Link>
            </h3>
            <p>{loaded.lesson.standfirst}</p>
          </article>
        ) : null}
        {entry ? (
          <article>
            <p className={styles.kind}>One of {course.cases.length} published cases</p>
            <h3>
              <Link href={casePath(entry.id)}>{entry.title}</Link>
            </h3>
            <p>What its figures do not show: {limitLine(entry)}</p>
          </article>
        ) : null}
      </div>
      <p className={styles.muted}>
        Every fact carries its source and the day it was last checked. Claims that are contested are called contested.
      </p>
    </section>
  );
}
