import type { Metadata } from 'next';
import { getCourse } from '@/course/course';
import styles from './glossary.module.css';
import { glossaryLetters } from './glossary-entries';
import { LetterSections } from './letter-sections';

export const metadata: Metadata = {
  title: 'Glossary',
  description: 'The words that the lessons use, each in one or two sentences.',
};

export default async function GlossaryPage() {
  const course = await getCourse();
  const letters = glossaryLetters(course);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Glossary</h1>
        <p className={styles.standfirst}>
          {course.glossary.length} words that the lessons use, each in a sentence or two. Where a lesson first uses one,
          it is underlined with dots and explains itself there.
        </p>
        <nav data-print="hide" className={styles.letters} aria-label="Letters">
          <ul>
            {letters.map(({ letter }) => (
              <li key={letter}>
                <a href={`#letter-${letter}`}>{letter}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <LetterSections letters={letters} />
    </div>
  );
}
