'use client';

import { LineCode, Listing } from './listing';
import styles from './listing.module.css';
import type { ListingLine } from './listing-line';
import type { QuestionInputProps, QuestionOf } from './question-input';

const MOST_LINES = 12;
const LANGUAGE = { go: 'Go', rust: 'Rust' } as const;

/** Without colours from the server the listing is still there, in one ink. */
export function linesOf(
  question: QuestionOf<'spot-the-defect'>,
  listing?: readonly ListingLine[],
): readonly ListingLine[] {
  const plain = () =>
    question.listing.code
      .trimEnd()
      .split('\n')
      .map((text) => [{ text, light: null, dark: null }]);
  return listing ?? plain();
}

export const listingTitle = ({ listing }: QuestionOf<'spot-the-defect'>) =>
  listing.version.toLowerCase().startsWith(listing.language)
    ? listing.version
    : `${LANGUAGE[listing.language]} ${listing.version}`;

const isBlank = (line: ListingLine) => line.every((token) => token.text.trim() === '');

export function DefectInput({
  question,
  response,
  onChange,
  labelledBy,
  listing,
}: QuestionInputProps<'spot-the-defect'>) {
  const marked = response?.lines ?? [];
  function toggle(number: number) {
    const next = marked.includes(number) ? marked.filter((other) => other !== number) : [...marked, number];
    if (next.length > MOST_LINES) return;
    onChange(next.length > 0 ? { type: 'spot-the-defect', lines: next.toSorted((one, other) => one - other) } : null);
  }
  return (
    <fieldset aria-labelledby={labelledBy}>
      <Listing
        title={listingTitle(question)}
        lines={linesOf(question, listing)}
        row={(line, number) =>
          isBlank(line) ? (
            <div className={styles.line}>
              <span />
              <span className={styles.number}>{number}</span>
            </div>
          ) : (
            <label className={styles.line}>
              <input type="checkbox" checked={marked.includes(number)} onChange={() => toggle(number)} />
              <span className={styles.number}>{number}</span>
              <LineCode line={line} />
            </label>
          )
        }
      />
    </fieldset>
  );
}
