import type { Choice } from '@/schemas/scenario';
import { classNames } from './class-names';
import styles from './mark.module.css';

export const CHOICE_WORD: Readonly<Record<Choice, string>> = {
  rust: 'Rust',
  go: 'Go',
  either: 'Either',
  'neither-keep-existing': 'Neither: keep what runs',
};

/** Colour, hatch and word: rust diagonal, go dots, either (or both) cross-hatch, neither an outline. */
export function LanguageMark({
  choice,
  word = CHOICE_WORD[choice],
}: {
  readonly choice: Choice;
  readonly word?: string;
}) {
  return (
    <span className={classNames(styles.mark, styles[choice])}>
      <span className={styles.swatch} aria-hidden="true" />
      {word}
    </span>
  );
}
