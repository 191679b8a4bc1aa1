import type { Metadata } from 'next';
import Link from 'next/link';
import { lessonPlacePath, termPath } from '@/components/paths';
import { InlineText } from '@/components/ui/inline-text';
import { claimPlace } from '@/course/claim-place';
import { getCourse } from '@/course/course';
import { selectFirstUse, selectOptionalTerm } from '@/course/select';
import type { Course } from '@/schemas/course';
import type { Term } from '@/schemas/term';
import { byLetter } from './by-letter';
import styles from './glossary.module.css';

export const metadata: Metadata = {
  title: 'Glossary',
  description: 'The words that the lessons use, each in one or two sentences.',
};

export default async function GlossaryPage() {
  const course = await getCourse();
  const letters = byLetter(course.glossary);
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
      {letters.map(({ letter, terms }) => (
        <section key={letter} className={styles.letter} aria-labelledby={`letter-${letter}`}>
          <h2 id={`letter-${letter}`}>{letter}</h2>
          <dl>
            {terms.map((term) => (
              <Entry key={term.id} course={course} term={term} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Entry({ course, term }: { readonly course: Course; readonly term: Term }) {
  const { id, term: word, also, text } = term;
  return (
    <div className={styles.entry} id={id}>
      <dt>{word}</dt>
      <dd>
        <InlineText text={text} />
      </dd>
      {also.length > 0 ? <dd className={styles.more}>Also: {also.join(', ')}</dd> : null}
      <FirstUse course={course} termId={id} />
      <See course={course} term={term} />
    </div>
  );
}

function FirstUse({ course, termId }: { readonly course: Course; readonly termId: string }) {
  const loaded = selectFirstUse(course, termId);
  if (!loaded) return null;
  return (
    <dd className={styles.more}>
      First used in <Link href={lessonPlacePath(loaded.lesson.id, `word-${termId}`)}>{loaded.lesson.title}</Link>
    </dd>
  );
}

function See({ course, term }: { readonly course: Course; readonly term: Term }) {
  const links = term.see.flatMap((id) => {
    const other = selectOptionalTerm(course, id);
    if (other) return [{ id, path: termPath(id), words: other.term }];
    const place = claimPlace(course, id);
    return place ? [{ id, path: lessonPlacePath(place.lessonId, place.anchor), words: `claim ${id}` }] : [];
  });
  if (links.length === 0) return null;
  return (
    <dd className={styles.more}>
      See{' '}
      {links.map(({ id, path, words }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : null}
          <Link href={path}>{words}</Link>
        </span>
      ))}
    </dd>
  );
}
