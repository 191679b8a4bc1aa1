import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SignInHint } from '@/components/instructor/sign-in-hint';
import { exercisePath, lessonPath } from '@/components/paths';
import { PreviewStart } from '@/components/preview/preview-start';
import { getCourse } from '@/course/course';
import { selectLessonsOf, selectOptionalExercise } from '@/course/select';
import { currentActor } from '@/server/actor';
import { PREVIEW_DAYS } from '@/server/preview/preview';
import styles from '../instructor.module.css';

export const metadata: Metadata = { title: 'Preview as learner' };

export default async function PreviewPage() {
  const actor = await currentActor();
  if (!actor) return <SignInHint what="Looking at the course as a learner is for instructors." />;
  if (actor.teaches.length === 0 && !actor.isOwner) notFound();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Look at the course as a learner</h1>
        <p className={styles.note}>
          You get the place of somebody who has done nothing yet: no lesson read, no answer given, nothing open that
          opens later. Quizzes, exercises, results, hints and spaced review work as they do for learners.
        </p>
      </header>
      <PreviewStart groups={await placesOf()} />
      <section className={styles.section} aria-labelledby="traces">
        <h2 id="traces">What stays of it</h2>
        <ul className={styles.note}>
          <li>Nothing in a roster, a queue, an export or a figure: that learner is in no cohort and has no account.</li>
          <li>Your own progress as a learner is not touched. It is there again when you end the preview.</li>
          <li>
            Ending it removes all that was done, and so does beginning anew. One left open goes after {PREVIEW_DAYS}{' '}
            days.
          </li>
          <li>
            Assignments, notices and messages of a cohort are not part of it, and what would reach beyond a learner’s
            own work (invitations, certificates, the account, reports) is closed in it.
          </li>
        </ul>
      </section>
    </div>
  );
}

/** Lessons with their quizzes, and exercises, module by module. */
async function placesOf() {
  const course = await getCourse();
  return course.outline.modules
    .map((module) => ({
      label: `${module.id} ${module.title}`,
      places: [
        ...selectLessonsOf(course, module).flatMap(({ lesson }) => [
          { path: lessonPath(lesson.id), label: `Lesson: ${lesson.title}` },
          { path: `${lessonPath(lesson.id)}/quiz`, label: `Quiz: ${lesson.title}` },
        ]),
        ...module.exercises.flatMap((id) => {
          const exercise = selectOptionalExercise(course, id);
          return exercise ? [{ path: exercisePath(id), label: `Exercise ${id}: ${exercise.scenario.title}` }] : [];
        }),
      ],
    }))
    .filter(({ places }) => places.length > 0);
}
