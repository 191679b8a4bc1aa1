'use client';

import Link from 'next/link';
import { type KeyboardEvent, useState } from 'react';
import { Field } from '@/components/ui/field';
import { LocalTime } from '@/components/ui/local-time';
import type { OverviewRow } from '@/schemas/result';
import { hasBegun, nextOrder, type Order, orderRows } from './order-rows';
import { MOST_TITLES, OverviewHead, type OverviewModule } from './overview-head';
import styles from './overview-table.module.css';
import { personName } from './person-name';
import { StandingBars, StandingCell } from './standing-cell';

interface OverviewTableProps {
  readonly caption: string;
  readonly rows: readonly OverviewRow[];
  readonly modules: readonly OverviewModule[];
}

/** Who did what: one row a person, one column a module, sorted by any of them, found by name. */
export function OverviewTable({ caption, rows, modules }: OverviewTableProps) {
  const [wanted, setWanted] = useState('');
  const [order, setOrder] = useState<Order | null>(null);
  const [withIdle, setWithIdle] = useState(false);
  const idle = rows.filter((row) => row.isGuest && !hasBegun(row));
  const needle = wanted.trim().toLowerCase();
  const listed = withIdle ? rows : rows.filter((row) => !idle.includes(row));
  const found = listed.filter((row) => `${personName(row)} ${row.email ?? ''}`.toLowerCase().includes(needle));
  return (
    <div className={styles.overview}>
      <div className={styles.tools}>
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
        <p role="status" className={styles.count}>
          {found.length} of {listed.length} {listed.length === 1 ? 'person' : 'people'}
        </p>
        {idle.length > 0 ? (
          <label className={styles.idle}>
            <input type="checkbox" checked={withIdle} onChange={(event) => setWithIdle(event.target.checked)} />
            Also {idle.length} {idle.length === 1 ? 'guest' : 'guests'} who only looked
          </label>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={caption}>
        <table className={styles.table}>
          <caption className={styles.caption}>{caption}</caption>
          <OverviewHead modules={modules} order={order} onSort={(by) => setOrder(nextOrder(order, by))} />
          <tbody>
            {orderRows(found, order).map((row) => (
              <Row key={row.learnerId} row={row} modules={modules} />
            ))}
          </tbody>
          <Complete rows={listed} modules={modules} />
        </table>
      </section>
      <Legend modules={modules} />
    </div>
  );
}

/** Up and Down walk from person to person, as Tab would through more than the names. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const;
  const direction = event.key === 'ArrowDown' || event.key === 'ArrowUp' ? step[event.key] : null;
  const target = direction && event.currentTarget.closest('tr')?.[direction]?.querySelector('a');
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function Row({ row, modules }: { readonly row: OverviewRow } & Pick<OverviewTableProps, 'modules'>) {
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <Link href={`/instructor/learners/${row.learnerId}`} title={row.email ?? undefined} onKeyDown={walk}>
          {personName(row)}
        </Link>
      </th>
      <td className={styles.date}>
        {row.lastActiveAt === null ? 'never' : <LocalTime at={row.lastActiveAt} style="date" />}
      </td>
      {modules.map((module) => (
        <StandingCell
          key={module.id}
          standing={row.modules.find(({ moduleId }) => moduleId === module.id)}
          lessons={module.lessons}
        />
      ))}
    </tr>
  );
}

function Complete({ rows, modules }: Pick<OverviewTableProps, 'rows' | 'modules'>) {
  const count = (id: string) =>
    rows.filter((row) => row.modules.some(({ moduleId, isComplete }) => moduleId === id && isComplete)).length;
  return (
    <tfoot>
      <tr>
        <th scope="row" className={styles.name}>
          Complete
        </th>
        <td />
        {modules.map(({ id }) => (
          <td key={id} className={styles.standing}>
            {count(id)} of {rows.length}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function Legend({ modules }: Pick<OverviewTableProps, 'modules'>) {
  return (
    <div className={styles.legend}>
      <p>
        <StandingBars lessons={1} quiz={0.6} best={0.8} /> From left to right: lessons read, quiz items right in the
        latest answer, best grade of a draft. The figure is that grade in per cent;{' '}
        <span className={styles.complete}>●</span> the module is complete; · not begun. Point at a cell for its figures,
        open a person for everything.
      </p>
      {modules.length > MOST_TITLES ? (
        <ul>
          {modules.map(({ id, title }) => (
            <li key={id}>
              <b>{id}</b> {title}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
