import Link from 'next/link';
import { sayDuration } from '@/components/ui/duration';
import { Tag } from '@/components/ui/tag';
import type { LoadedLesson } from '@/schemas/course';
import styles from './lesson.module.css';
import { LessonContents } from './lesson-contents';
import type { Section } from './sections';

interface LessonHeadProps {
  readonly loaded: LoadedLesson;
  readonly sections: readonly Section[];
  readonly isRead: boolean;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export function LessonHead({ loaded, sections, isRead }: LessonHeadProps) {
  const { lesson, module, minutes } = loaded;
  return (
    <header className={styles.head}>
      <p className={styles.eyebrow}>
        <Link href="/" prefetch={false}>
          Module {module.id.slice(1)}
        </Link>{' '}
        · {module.title}
      </p>
      <h1>{lesson.title}</h1>
      <p className={styles.standfirst}>{lesson.standfirst}</p>
      <p className={styles.facts}>
        <span>About {sayDuration(minutes.reading)} to read</span>
        <span>{sayDuration(minutes.quiz)} for the quiz</span>
        <span>
          Facts checked{' '}
          <time dateTime={lesson.reviewedOn}>{DAY.format(new Date(`${lesson.reviewedOn}T00:00:00Z`))}</time>
        </span>
        {isRead ? (
          <Tag tone="met">
            <span aria-hidden="true">✓ </span>read
          </Tag>
        ) : null}
      </p>
      <div className={styles.guide}>
        <section className={styles.objectives} aria-labelledby="objectives">
          <p id="objectives">Afterwards you can</p>
          <ul>
            {lesson.objectives.map((objective) => (
              <li key={objective.id}>{objective.text}</li>
            ))}
          </ul>
        </section>
        {sections.length > 1 ? <LessonContents lessonId={lesson.id} sections={sections} /> : null}
      </div>
    </header>
  );
}
