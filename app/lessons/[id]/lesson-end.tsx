import Link from 'next/link';
import { quizPath } from '@/components/paths';
import type { Course, LoadedLesson } from '@/schemas/course';
import styles from './lesson.module.css';
import { MarkRead } from './mark-read';

interface LessonEndProps {
  readonly course: Course;
  readonly loaded: LoadedLesson;
  readonly isRead: boolean;
}

export function LessonEnd({ course, loaded, isRead }: LessonEndProps) {
  const place = course.lessons.indexOf(loaded);
  const previous = course.lessons[place - 1]?.lesson;
  const next = course.lessons[place + 1]?.lesson;
  const { lesson, quiz } = loaded;
  return (
    <footer className={styles.end} data-print="hide">
      <h2 className={styles.endTitle}>Now check what stuck</h2>
      <p>
        {quiz.items.length} items, one at a time, each explained once you have answered.{' '}
        {Math.round(quiz.masteryScore * 100)} % is mastery; the missed ones can be retried.
      </p>
      <MarkRead lessonId={lesson.id} quizPath={quizPath(lesson.id)} isRead={isRead} />
      <nav className={styles.neighbours} aria-label="Other lessons">
        {previous ? (
          <Link href={`/lessons/${previous.id}`} rel="prev">
            <span>Before</span>
            <b>{previous.title}</b>
          </Link>
        ) : (
          <Link href="/">
            <span>Up</span>
            <b>All modules</b>
          </Link>
        )}
        {next ? (
          <Link href={`/lessons/${next.id}`} rel="next">
            <span>After</span>
            <b>{next.title}</b>
          </Link>
        ) : null}
      </nav>
    </footer>
  );
}
