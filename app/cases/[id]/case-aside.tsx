import Link from 'next/link';
import { READING_WORD } from '@/components/case/case-words';
import { lessonPath } from '@/components/paths';
import type { CaseContext } from '@/course/case-context';
import type { PublicCase } from '@/schemas/case';
import styles from './page.module.css';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

interface CaseAsideProps {
  readonly id: PublicCase['id'];
  readonly readings: PublicCase['readings'];
  readonly lessons: CaseContext['lessons'];
}

/** Beside the entry: how to cite it, how far its sources were read, and which lessons lean on it. */
export function CaseAside({ id, readings, lessons }: CaseAsideProps) {
  return (
    <aside className={styles.aside} aria-label="About this entry">
      <section>
        <h2>Cite it</h2>
        <p>
          Write <span className={styles.id}>{id}</span> in your record, and say in half a sentence what it does not show
          for your case.
        </p>
      </section>
      <section>
        <h2>How far we read</h2>
        <ul>
          {readings.map((reading) => (
            <li key={reading}>{READING_WORD[reading]}</li>
          ))}
        </ul>
        <p className={styles.quiet}>Figures are as their publisher gave them; none was measured again here.</p>
      </section>
      <section>
        <h2>Lessons that use it</h2>
        {lessons.length === 0 ? (
          <p className={styles.quiet}>None so far. It stands in the library to be cited.</p>
        ) : (
          <ul className={styles.links}>
            {lessons.map((lesson) => (
              <li key={lesson.id}>
                <Link href={lesson.showsCard ? `${lessonPath(lesson.id)}#case-${id}` : lessonPath(lesson.id)}>
                  {lesson.title}
                </Link>
                <span className={styles.quiet}>
                  facts checked{' '}
                  <time dateTime={lesson.reviewedOn}>{DAY.format(new Date(`${lesson.reviewedOn}T00:00:00Z`))}</time>
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </aside>
  );
}
