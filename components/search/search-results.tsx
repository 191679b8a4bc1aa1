import Link from 'next/link';
import { createElement, Fragment } from 'react';
import type { ExcerptPiece, SearchAnswer, SearchGroup, SearchKind } from '@/schemas/search';
import styles from './search.module.css';
import { targetPath } from './target-path';

const TITLES: Readonly<Record<SearchKind, string>> = {
  lesson: 'In the lessons',
  case: 'Cases',
  claim: 'Claims',
  term: 'Glossary',
};

interface SearchResultsProps {
  readonly answer: SearchAnswer;
  /** Called when a result is followed, so that a dialogue over the same page can close. */
  readonly onFollow?: () => void;
}

/** What was found, by kind; the same list on the page and in the dialogue. */
export function SearchResults({ answer, onFollow }: SearchResultsProps) {
  return (
    <>
      {answer.isLoose ? (
        <p className={styles.loose}>Nothing holds all of these words. These places hold some.</p>
      ) : null}
      {answer.groups.map((group) => (
        <ResultGroup key={group.kind} group={group} {...(onFollow ? { onFollow } : {})} />
      ))}
    </>
  );
}

function ResultGroup({ group, onFollow }: { readonly group: SearchGroup; readonly onFollow?: () => void }) {
  const { kind, total, results } = group;
  return (
    <section className={styles.group} aria-label={TITLES[kind]}>
      <h3 className={styles.kind}>
        {TITLES[kind]}
        {total > results.length ? (
          <span>
            the best {results.length} of {total}
          </span>
        ) : null}
      </h3>
      <ul>
        {results.map(({ target, title, place, excerpt }) => {
          const path = targetPath(target);
          return (
            <li key={`${path} ${title}`}>
              <Link href={path} className={styles.result} data-result="" {...(onFollow ? { onClick: onFollow } : {})}>
                <span className={styles.title}>{title}</span>
                {place ? <span className={styles.place}>{place}</span> : null}
                <span className={styles.excerpt}>
                  <Excerpt pieces={excerpt} />
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The pieces are children by place, so they need no keys. */
function Excerpt({ pieces }: { readonly pieces: readonly ExcerptPiece[] }) {
  return createElement(
    Fragment,
    null,
    ...pieces.map(({ text, isFound }) => (isFound ? createElement('mark', null, text) : text)),
  );
}
