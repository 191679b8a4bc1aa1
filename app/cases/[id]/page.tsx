import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { selectCaseContext } from '@/course/case-context';
import { getCourse } from '@/course/course';
import { selectOptionalCase } from '@/course/select';
import { limitLine, toPublicCase } from '@/schemas/case';
import { CaseAside } from './case-aside';
import { CaseEntry } from './case-entry';
import { CaseNeighbours } from './case-neighbours';
import styles from './page.module.css';

interface CasePageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata({ params }: CasePageProps): Promise<Metadata> {
  const entry = selectOptionalCase(await getCourse(), (await params).id);
  if (!entry) return { title: 'No such case' };
  const limit = limitLine(entry);
  return {
    title: `${entry.id} ${entry.title}`,
    description: `Decision: ${entry.decision}.${limit === null ? '' : ` What its figures do not show: ${limit}`}`,
  };
}

export default async function CasePage({ params }: CasePageProps) {
  const course = await getCourse();
  const found = selectOptionalCase(course, (await params).id);
  if (!found) notFound();
  const entry = toPublicCase(found);
  const context = selectCaseContext(course, found);
  return (
    <div className={styles.page}>
      <article className={styles.article}>
        <header className={styles.head}>
          <p className={styles.eyebrow}>
            <Link href="/cases">Case library</Link> <span aria-hidden="true">/</span>{' '}
            <span className={styles.id}>{entry.id}</span> · {entry.group}
          </p>
          <h1>{entry.title}</h1>
        </header>
        <CaseEntry entry={entry} />
      </article>
      <CaseAside id={entry.id} readings={entry.readings} lessons={context.lessons} />
      <CaseNeighbours previous={context.previous} next={context.next} />
    </div>
  );
}
