'use client';

import Link from 'next/link';
import { termPath } from '@/components/paths';
import { InlineText } from '@/components/ui/inline-text';
import type { Term } from '@/schemas/term';
import styles from './term-notes.module.css';
import { TermOpener } from './term-opener';

/**
 * The explanations of the terms that a lesson marks (course/mark-terms.ts), each a popover that <TermOpener> opens beside
 * its word. They stand after the text and not in it, so that the lesson reads, prints and copies as it was written. Made in
 * the browser too, from three short texts each: as elements they would be a tenth of what the page weighs.
 */
export function TermNotes({ terms }: { readonly terms: readonly Pick<Term, 'id' | 'term' | 'text'>[] }) {
  return (
    <>
      {terms.map(({ id, term, text }) => (
        <div
          key={id}
          id={`term-${id}`}
          className={styles.note}
          popover="auto"
          role="dialog"
          tabIndex={-1}
          aria-labelledby={`term-${id}-word`}
        >
          <p className={styles.word} id={`term-${id}-word`}>
            {term}
          </p>
          <p>
            <InlineText text={text} />
          </p>
          <p>
            <Link className={styles.more} href={termPath(id)} prefetch={false}>
              In the glossary
            </Link>
          </p>
        </div>
      ))}
      <TermOpener />
    </>
  );
}
