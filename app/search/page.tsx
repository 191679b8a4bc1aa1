import type { Metadata } from 'next';
import Link from 'next/link';
import { SearchField } from '@/components/search/search-field';
import { SearchResults } from '@/components/search/search-results';
import { outcomeOf, WHAT_IS_NOT, WHAT_IS_SEARCHED } from '@/components/search/search-words';
import { getCourse } from '@/course/course';
import { searchCourse } from '@/course/search/search-course';
import { MOST_QUERY_CHARACTERS, type SearchAnswer } from '@/schemas/search';
import styles from './search-page.module.css';

interface SearchPageProps {
  readonly searchParams: Promise<{ readonly q?: string | string[] }>;
}

export const metadata: Metadata = { title: 'Search', robots: { index: false } };

/** The search as a page of its own: it needs no script, and a search can be sent to a colleague. */
export default async function SearchPage({ searchParams }: SearchPageProps) {
  const query = readQuery((await searchParams).q);
  const answer = query ? searchCourse(await getCourse(), query) : null;
  return (
    <div className={styles.page}>
      <h1>Search the course</h1>
      {/* The key gives a new search from elsewhere a new field with its words. */}
      <SearchField key={query} input={{ defaultValue: query }} />
      {answer ? <Outcome answer={answer} /> : <Before />}
    </div>
  );
}

/** An address may hold anything: the first value counts, cut to what the field takes. */
function readQuery(value: string | string[] | undefined): string {
  const first = Array.isArray(value) ? value[0] : value;
  return (first ?? '').replaceAll('\0', '').slice(0, MOST_QUERY_CHARACTERS).trim();
}

function Before() {
  return (
    <div className={styles.words}>
      <p>{WHAT_IS_SEARCHED}</p>
      <p>
        {WHAT_IS_NOT} Small slips in spelling are forgiven, and the beginning of a word is enough. Everything the
        lessons explain in a sentence is in the <Link href="/glossary">glossary</Link>.
      </p>
    </div>
  );
}

function Outcome({ answer }: { readonly answer: SearchAnswer }) {
  const isEmpty = answer.groups.length === 0;
  return (
    <section className={styles.outcome} aria-labelledby="outcome">
      <h2 id="outcome">{outcomeOf(answer)}</h2>
      {isEmpty ? (
        <div className={styles.words}>
          <p>Try fewer words, another spelling, or only the beginning of a word. {WHAT_IS_SEARCHED}</p>
          <p>
            {WHAT_IS_NOT} All modules are on the <Link href="/">course page</Link>, all words explained in the{' '}
            <Link href="/glossary">glossary</Link>.
          </p>
        </div>
      ) : (
        <SearchResults answer={answer} />
      )}
    </section>
  );
}
