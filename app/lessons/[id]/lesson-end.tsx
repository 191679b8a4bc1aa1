import Link from 'next/link';
import { exercisePath, lessonPath, quizPath } from '@/components/paths';
import { sayDuration } from '@/components/ui/duration';
import { selectOptionalExercise } from '@/course/select';
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
  const next = nextStep(course, loaded);
  const { lesson, quiz, minutes } = loaded;
  return (
    <footer className={styles.end} data-print="hide">
      <h2 className={styles.endTitle}>Now check what stuck</h2>
      <p>
        {quiz.items.length} items, about {sayDuration(minutes.quiz)}, one at a time, each explained once you have
        answered. {Math.round(quiz.masteryScore * 100)} % is mastery; the missed ones can be retried.
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
          <Link href={next.href} rel="next">
            <span>{next.word}</span>
            <b>{next.title}</b>
          </Link>
        ) : null}
      </nav>
    </footer>
  );
}

/** The module's next lesson, then its first exercise, then the lesson that opens the next module. */
function nextStep(course: Course, loaded: LoadedLesson) {
  const following = course.lessons[course.lessons.indexOf(loaded) + 1];
  if (following?.module.id === loaded.module.id)
    return { word: 'After', title: following.lesson.title, href: lessonPath(following.lesson.id) };
  const exercise = loaded.module.exercises.map((id) => selectOptionalExercise(course, id)).find((found) => found);
  if (exercise) return { word: 'Now decide', title: exercise.scenario.title, href: exercisePath(exercise.scenario.id) };
  return following ? { word: 'After', title: following.lesson.title, href: lessonPath(following.lesson.id) } : null;
}
