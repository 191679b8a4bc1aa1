'use client';

import Link from 'next/link';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { CaseCitation } from '@/schemas/case';
import { limitWords } from './case-completer';
import styles from './cite-case.module.css';
import { loadCitations } from './load-citations';

type Loaded =
  | { readonly status: 'unasked' | 'loading' | 'failed' }
  | { readonly status: 'loaded'; readonly cases: readonly CaseCitation[] };

/** For the plain editor: a list of cases to search; choosing one writes its number at the caret. */
export function CiteCase({ onCite }: { readonly onCite: (id: string) => void }) {
  const [loaded, setLoaded] = useState<Loaded>({ status: 'unasked' });

  function load() {
    setLoaded({ status: 'loading' });
    loadCitations().then(
      (cases) => setLoaded({ status: 'loaded', cases }),
      () => setLoaded({ status: 'failed' }),
    );
  }

  return (
    <details
      className={styles.cite}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && loaded.status === 'unasked') load();
      }}
    >
      <summary>Cite a case</summary>
      {loaded.status === 'loading' ? <p role="status">Loading the cases…</p> : null}
      {loaded.status === 'failed' ? (
        <p role="status">
          The cases could not be loaded. Your text is safe; a case can also be cited by typing its number.{' '}
          <Button size="small" onClick={load}>
            Try again
          </Button>
        </p>
      ) : null}
      {loaded.status === 'loaded' ? <CaseList cases={loaded.cases} onCite={onCite} /> : null}
    </details>
  );
}

interface CaseListProps {
  readonly cases: readonly CaseCitation[];
  readonly onCite: (id: string) => void;
}

function CaseList({ cases, onCite }: CaseListProps) {
  const id = useId();
  const [text, setText] = useState('');
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = cases.filter((entry) => {
    const line = `${entry.id} ${entry.title} ${entry.limit}`.toLowerCase();
    return words.every((word) => line.includes(word));
  });
  return (
    <>
      <div className={styles.find}>
        <label htmlFor={id}>Find by number, name or word</label>
        <input id={id} type="search" value={text} onChange={(event) => setText(event.target.value)} />
        <span role="status">{sayCount(found.length)}</span>
      </div>
      <ul className={styles.list}>
        {found.map((entry) => (
          <li key={entry.id}>
            <button type="button" onClick={() => onCite(entry.id)} aria-label={`Cite ${entry.id}, ${entry.title}`}>
              <b>{entry.id}</b> <span>{entry.title}</span>
              <small>{limitWords(entry.limit)}</small>
            </button>
          </li>
        ))}
      </ul>
      <p>
        <Link href="/cases" prefetch={false} target="_blank">
          Read them in the case library (opens a new tab)
        </Link>
      </p>
    </>
  );
}

function sayCount(count: number): string {
  if (count === 0) return 'No case has all of these words.';
  return count === 1 ? '1 case' : `${count} cases`;
}
