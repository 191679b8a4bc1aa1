import { type CSSProperties, Fragment, type ReactNode } from 'react';
import styles from './listing.module.css';
import type { ListingLine } from './listing-line';

/** The code of one line, coloured where the server has done so. */
export function LineCode({ line }: { readonly line: ListingLine }) {
  return (
    <code className={styles.code}>
      {line.map((token, index) => {
        const colours: CSSProperties & Record<'--light' | '--dark', string> = {
          '--light': token.light ?? 'currentColor',
          '--dark': token.dark ?? 'currentColor',
        };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the tokens of a line never reorder
          <span key={index} style={colours}>
            {token.text}
          </span>
        );
      })}
    </code>
  );
}

interface ListingProps {
  readonly title: string;
  readonly lines: readonly ListingLine[];
  readonly row: (line: ListingLine, number: number) => ReactNode;
}

/** A numbered listing; what a row is (a mark to set, a mark that was set) is up to its user. */
export function Listing({ title, lines, row }: ListingProps) {
  return (
    <div className={styles.listing}>
      <p className={styles.title}>{title}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={styles.lines} tabIndex={0} aria-label={`Listing, ${title}`}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a listing never reorder
          <Fragment key={index}>{row(line, index + 1)}</Fragment>
        ))}
      </section>
    </div>
  );
}
