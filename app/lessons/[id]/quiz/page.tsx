import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { exercisePath, lessonPath, type PagePath } from '@/components/paths';
import { QuizRunner } from '@/components/quiz/quiz-runner';
import { getCourse } from '@/course/course';
import { selectLessonsOf, selectOptionalExercise, selectOptionalLesson } from '@/course/select';
import { tokeniseListing } from '@/course/tokenise-listing';
import type { Course, LoadedLesson } from '@/schemas/course';
import type { QuizView } from '@/schemas/reveal';
import { currentActor } from '@/server/actor';
import { selectQuizView } from '@/server/quizzes';
import styles from './quiz-page.module.css';

interface QuizPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata({ params }: QuizPageProps): Promise<Metadata> {
  const loaded = selectOptionalLesson(await getCourse(), (await params).id);
  return loaded ? { title: `Quiz: ${loaded.lesson.title}` } : {};
}

export default async function QuizPage({ params }: QuizPageProps) {
  const { id } = await params;
  const course = await getCourse();
  const loaded = selectOptionalLesson(course, id);
  if (!loaded) notFound();
  const { lesson, quiz } = loaded;
  const view = await currentActor().then((actor) => selectQuizView(actor, lesson.id));
  const listings = await colourListings(loaded, view);
  return (
    <div className={styles.page}>
      <p className={styles.eyebrow}>
        Quiz · <Link href={`/lessons/${lesson.id}`}>{lesson.title}</Link>
      </p>
      <QuizRunner
        facts={{
          lessonId: lesson.id,
          lessonTitle: lesson.title,
          itemCount: quiz.items.length,
          minutes: loaded.minutes.quiz,
          masteryScore: quiz.masteryScore,
          next: stepAfter(course, loaded),
        }}
        initialView={view}
        listings={listings}
      />
    </div>
  );
}

/** Only the code, which a learner sees before answering anyway; the colouring needs the server. */
async function colourListings({ quiz }: LoadedLesson, view: QuizView | null) {
  // Those of the attempt come last: an item that was edited since is asked as it was.
  const entries = [...quiz.items, ...(view?.questions ?? [])].flatMap((item) =>
    item.type === 'spot-the-defect' ? [item] : [],
  );
  const coloured = await Promise.all(
    entries.map(async ({ id, listing }) => [id, await tokeniseListing(listing.code, listing.language)] as const),
  );
  return Object.fromEntries(coloured);
}

/** The next lesson of the module, or its first exercise once the lessons are through. */
function stepAfter(course: Course, loaded: LoadedLesson): { href: PagePath; label: string } {
  const siblings = selectLessonsOf(course, loaded.module);
  const next = siblings[siblings.indexOf(loaded) + 1]?.lesson;
  if (next) return { href: lessonPath(next.id), label: `Next lesson: ${next.title}` };
  const exercise = loaded.module.exercises.flatMap((id) => selectOptionalExercise(course, id) ?? [])[0];
  if (exercise)
    return { href: exercisePath(exercise.scenario.id), label: `Now decide a case: ${exercise.scenario.title}` };
  return { href: '/', label: 'To the course' };
}
