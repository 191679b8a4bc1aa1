import { getMDXComponent } from 'mdx-bundler/client';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TermNotes } from '@/components/lesson/term-notes';
import { quizPath } from '@/components/paths';
import { compileLesson } from '@/course/compile-lesson';
import { compiledStore } from '@/course/compiled-store';
import { getCourse } from '@/course/course';
import { selectOptionalLesson, selectTerm } from '@/course/select';
import type { Term } from '@/schemas/term';
import { currentActor } from '@/server/actor';
import { env } from '@/server/env';
import { selectProgress } from '@/server/progress';
import styles from './lesson.module.css';
import { lessonComponents } from './lesson-components';
import { LessonEnd } from './lesson-end';
import { LessonHead } from './lesson-head';
import { ReadingKeys } from './reading-keys';
import { listSections } from './sections';

const texts = new Map<string, ReturnType<typeof getMDXComponent>>();

/** Evaluated once per text, and on the server only: no MDX runtime and no lesson source reaches the browser. */
function lessonText(code: string) {
  const known = texts.get(code);
  if (known) return known;
  const Text = getMDXComponent(code);
  // Under `next dev` each save brings another text.
  if (!env().isDevelopment) texts.set(code, Text);
  return Text;
}

/** What the note in the page shows; the other forms of a term were only for finding it. */
const toNote = ({ id, term, text }: Term) => ({ id, term, text });

interface LessonPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata({ params }: LessonPageProps): Promise<Metadata> {
  const loaded = selectOptionalLesson(await getCourse(), (await params).id);
  return loaded ? { title: loaded.lesson.title, description: loaded.lesson.standfirst } : {};
}

export default async function LessonPage({ params }: LessonPageProps) {
  const { id } = await params;
  const course = await getCourse();
  const loaded = selectOptionalLesson(course, id);
  if (!loaded) notFound();
  // Under `next dev` the compiler itself may have changed since the last build.
  const store = env().isDevelopment ? undefined : compiledStore(process.cwd());
  const [code, progress] = await Promise.all([
    compileLesson(loaded, course.glossary, store),
    currentActor().then(selectProgress),
  ]);
  const Text = lessonText(code);
  const isRead = progress.lessons.some((entry) => entry.lessonId === id && entry.isRead);
  return (
    <div className={styles.page}>
      <div className={styles.progress} aria-hidden="true" />
      <article className={styles.article}>
        <LessonHead loaded={loaded} sections={listSections(loaded.mdx)} isRead={isRead} />
        <div className={styles.body} data-lesson-text="">
          <Text components={lessonComponents(course, loaded.lesson.id)} />
        </div>
        <TermNotes terms={loaded.terms.map((term) => toNote(selectTerm(course, term)))} />
        <LessonEnd course={course} loaded={loaded} isRead={isRead} />
        <ReadingKeys nextPath={quizPath(loaded.lesson.id)} />
      </article>
    </div>
  );
}
