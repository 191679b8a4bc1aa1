'use client';

import { usePathname, useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { sayCount } from '@/components/ui/say-count';
import type { PeopleQuery } from '@/schemas/dashboard';
import styles from './dashboard.module.css';

const STANDINGS = [
  ['all', 'everybody'],
  ['at-risk', 'a reason to look'],
  ['overdue', 'something overdue'],
  ['due', 'a date ahead'],
  ['not-started', 'not started'],
  ['under-way', 'under way'],
  ['complete', 'complete'],
] as const;
const SORTS = [
  ['risk', 'worst first'],
  ['due', 'by due date'],
  ['name', 'by name'],
  ['seen', 'last here first'],
] as const;

const PAUSE_MS = 250;

/** A form that works by itself; with script the page follows each change. All of it is in the address, to be shared. */
export function PeopleFilter({ query, found }: { readonly query: PeopleQuery; readonly found: number }) {
  const router = useRouter();
  const pathname = usePathname();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isPending, startTransition] = useTransition();
  // A timer of this window: it must not fire into another page.
  useEffect(() => () => clearTimeout(timer.current), []);
  const follow = (event: FormEvent<HTMLFormElement>, pause: number) => {
    const form = event.currentTarget;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const given = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (value !== '') given.set(name, String(value));
      startTransition(() =>
        router.replace(`${pathname}?${given}` as Parameters<typeof router.replace>[0], { scroll: false }),
      );
    }, pause);
  };
  return (
    <form
      method="get"
      className={styles.filter}
      onInput={(event) => follow(event, PAUSE_MS)}
      onSubmit={(event) => {
        event.preventDefault();
        follow(event, 0);
      }}
    >
      <Field label="Find a person by name or e-mail">
        {(control) => <input {...control} type="search" name="q" defaultValue={query.q} maxLength={80} />}
      </Field>
      <Field label="Show">
        {(control) => (
          <select {...control} name="standing" defaultValue={query.standing}>
            {STANDINGS.map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Order">
        {(control) => (
          <select {...control} name="sort" defaultValue={query.sort}>
            {SORTS.map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button type="submit">Show</Button>
      <p role="status" className={styles.count}>
        {isPending ? 'Looking …' : `${sayCount(found)} ${found === 1 ? 'person' : 'people'}`}
      </p>
    </form>
  );
}
