'use client';

import Link from 'next/link';
import { Fragment } from 'react';
import { InlineText } from '@/components/ui/inline-text';
import styles from './glossary.module.css';
import type { GlossaryEntry, GlossaryLetter } from './glossary-entries';

/**
 * All terms under their letters. Rendered from its entries in the browser too: as elements they would weigh twice as much
 * in the page. None of its hundreds of links is fetched ahead.
 */
export function LetterSections({ letters }: { readonly letters: readonly GlossaryLetter[] }) {
  return letters.map(({ letter, entries }) => (
    <section key={letter} className={styles.letter} aria-labelledby={`letter-${letter}`}>
      <h2 id={`letter-${letter}`}>{letter}</h2>
      <dl>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </dl>
    </section>
  ));
}

function Entry({ entry: { id, term, also, text, firstUse, see } }: { readonly entry: GlossaryEntry }) {
  return (
    <div className={styles.entry} id={id}>
      <dt>{term}</dt>
      <dd>
        <InlineText text={text} />
      </dd>
      {also.length > 0 ? <dd className={styles.more}>{`Also: ${also.join(', ')}`}</dd> : null}
      {firstUse ? (
        <dd className={styles.more}>
          First used in{' '}
          <Link href={firstUse.path} prefetch={false}>
            {firstUse.words}
          </Link>
        </dd>
      ) : null}
      {see.length > 0 ? (
        <dd className={styles.more}>
          See{' '}
          {see.map(({ path, words }, index) => (
            <Fragment key={path}>
              {index > 0 ? ', ' : null}
              <Link href={path} prefetch={false}>
                {words}
              </Link>
            </Fragment>
          ))}
        </dd>
      ) : null}
    </div>
  );
}
