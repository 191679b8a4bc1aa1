import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LinkButton } from '@/components/ui/link-button';
import { caseQuery, countFacets, filterCases, readCaseFilter } from '@/course/case-filter';
import { getCourse } from '@/course/course';
import { limitLine, toPublicCase } from '@/schemas/case';
import { CaseFilterForm } from './case-filter-form';
import { CaseRow } from './case-row';
import styles from './cases.module.css';

export const metadata: Metadata = {
  title: 'Case library',
  description: 'Published decisions about Rust, Go, both or neither, each with what its figures do not show.',
};

interface CasesPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function CasesPage({ searchParams }: CasesPageProps) {
  const params = await searchParams;
  const filter = readCaseFilter(params);
  const query = caseQuery(filter);
  // A form sends its empty fields as well, and a link may hold a slip: one filter has one address.
  if (query !== asQuery(params)) redirect(query ? `/cases?${query}` : '/cases');
  const { cases } = await getCourse();
  const found = filterCases(cases, filter);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Case library</h1>
        <p className={styles.lead}>
          {cases.length} published decisions, restated in our words: what decided, what was measured, and what the
          figures do not show. Cite one in a record by its number.
        </p>
      </header>
      <CaseFilterForm key={query} filter={filter} counts={countFacets(cases, filter)} />
      <section className={styles.found} aria-labelledby="found">
        <h2 id="found" className={styles.count}>
          {query ? `${found.length} of ${cases.length} cases` : `All ${cases.length} cases`}
        </h2>
        {found.length === 0 ? (
          <div className={styles.empty}>
            <p>
              No case fits all of this. Leave one of the choices open, or look for another word: the search goes through
              the whole text of every entry.
            </p>
            <LinkButton href="/cases">Show all cases</LinkButton>
          </div>
        ) : (
          <ol className={styles.list}>
            {found.map((entry) => (
              <CaseRow key={entry.id} entry={toPublicCase(entry)} limit={limitLine(entry)} />
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}

function asQuery(params: Awaited<CasesPageProps['searchParams']>): string {
  const parts = Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one]));
  return new URLSearchParams(parts).toString();
}
