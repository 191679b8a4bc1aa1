'use client';

import Link from 'next/link';
import { useState } from 'react';
import { percent } from '@/components/result/readings';
import { Field } from '@/components/ui/field';
import type { OverviewRow } from '@/schemas/result';
import { day } from './dates';
import styles from './overview-table.module.css';
import { personName } from './person-name';

/** A module with content, in course order; modules in preparation have no column. */
export interface OverviewModule {
  readonly id: string;
  readonly title: string;
  readonly lessons: number;
}

interface OverviewTableProps {
  readonly caption: string;
  readonly rows: readonly OverviewRow[];
  readonly modules: readonly OverviewModule[];
}

/** Who did what: one row a person, a number in every cell, one filter by name. */
export function OverviewTable({ caption, rows, modules }: OverviewTableProps) {
  const [wanted, setWanted] = useState('');
  const needle = wanted.trim().toLowerCase();
  const shown = rows.filter((row) => `${personName(row)} ${row.email ?? ''}`.toLowerCase().includes(needle));
  return (
    <div className={styles.overview}>
      <div className={styles.find}>
        <Field label="Find a person by name or e-mail">
          {(control) => (
            <input
              {...control}
              className={styles.filter}
              type="search"
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
          )}
        </Field>
      </div>
      <p role="status" className={styles.count}>
        {shown.length} of {rows.length} {rows.length === 1 ? 'person' : 'people'}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={caption}>
        <table className={styles.table}>
          <caption className={styles.caption}>{caption}</caption>
          <Head modules={modules} />
          <tbody>
            {shown.map((row) => (
              <Row key={row.learnerId} row={row} modules={modules} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Head({ modules }: Pick<OverviewTableProps, 'modules'>) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          Name
        </th>
        <th scope="col" rowSpan={2}>
          Last here
        </th>
        {modules.map((module) => (
          <th key={module.id} scope="colgroup" colSpan={4} className={styles.module}>
            {module.id} {module.title}
          </th>
        ))}
      </tr>
      <tr>
        {modules.flatMap((module) =>
          ['Lessons', 'Quiz', 'Drafts', 'Best'].map((word) => (
            <th key={`${module.id} ${word}`} scope="col" className={styles.number}>
              {word}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

function Row({ row, modules }: { readonly row: OverviewRow } & Pick<OverviewTableProps, 'modules'>) {
  return (
    <tr>
      <th scope="row">
        <Link href={`/instructor/learners/${row.learnerId}`}>{personName(row)}</Link>
        {row.isGuest ? null : <span className={styles.mail}>{row.email}</span>}
      </th>
      <td className={styles.date}>{row.lastActiveAt === null ? 'never' : day(row.lastActiveAt)}</td>
      {modules.map((module) => {
        const own = row.modules.find(({ moduleId }) => moduleId === module.id);
        return <Cells key={module.id} standing={own} lessons={module.lessons} />;
      })}
    </tr>
  );
}

interface CellsProps {
  readonly standing: OverviewRow['modules'][number] | undefined;
  readonly lessons: number;
}

function Cells({ standing, lessons }: CellsProps) {
  const { lessonsRead = 0, quizRight = 0, quizTotal = 0, handIns = 0, bestOverall = null } = standing ?? {};
  return (
    <>
      <td className={styles.number}>
        {lessonsRead}/{lessons}
      </td>
      <td className={styles.number}>
        {quizRight}/{quizTotal}
      </td>
      <td className={styles.number}>{handIns}</td>
      <td className={styles.number} data-passed={standing?.isComplete ? '' : undefined}>
        {bestOverall === null ? '–' : percent(bestOverall)}
        {standing?.isComplete ? ' ●' : ''}
      </td>
    </>
  );
}
